-- What was read, and what follows from it. `key` numbers are the store's own and stand in no table that is written.

CREATE TABLE articles (
    key        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    place      TEXT NOT NULL UNIQUE,  -- the absolute path; what has the same place is the same article
    path       TEXT NOT NULL,
    hash       BLOB NOT NULL,         -- of the text
    pack       TEXT NOT NULL,         -- the version of packs and engine that extracted it
    text       BLOB NOT NULL,         -- compressed; empty where the article was rejected
    sketch     BLOB NOT NULL,         -- by which copies are known
    witness    INTEGER NOT NULL,      -- equal for copies of one text
    language   TEXT NOT NULL,
    published  TEXT NOT NULL,
    cells      TEXT NOT NULL,         -- of its row in articles.csv, joined by U+001F
    review     TEXT NOT NULL          -- of its rows in review.csv, likewise, joined by U+001E
);
CREATE INDEX articles_witness ON articles (witness);
CREATE INDEX articles_pack ON articles (pack);

-- Where copies are looked for.
CREATE TABLE bands (
    value   INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (value, article)
) WITHOUT ROWID;

-- The ways in which articles speak of athletes, each once, and the athlete each belongs to.
CREATE TABLE names (
    key       INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    country   TEXT NOT NULL,
    gender    TEXT NOT NULL,
    sport     TEXT NOT NULL,
    article   TEXT NOT NULL,
    witnesses INTEGER NOT NULL DEFAULT 0,
    athlete   TEXT NOT NULL DEFAULT '',
    UNIQUE (name, country, gender, sport, article)
);
CREATE INDEX names_athlete ON names (athlete);

-- An athlete in an article. The key is the article's, shifted, and a number within it.
CREATE TABLE mentions (
    key  INTEGER PRIMARY KEY,
    name INTEGER NOT NULL,
    said TEXT NOT NULL  -- JSON
);
CREATE INDEX mentions_name ON mentions (name);

-- A fact in an article: of an athlete (name) or of a unit of its own. The key is as in mentions.
CREATE TABLE statements (
    key     INTEGER PRIMARY KEY,
    licence INTEGER NOT NULL,
    name    INTEGER,
    unit    TEXT,
    said    TEXT NOT NULL  -- JSON
);
CREATE INDEX statements_name ON statements (name) WHERE name IS NOT NULL;
CREATE INDEX statements_unit ON statements (unit) WHERE unit IS NOT NULL;

-- The rows of the tables.
CREATE TABLE rows (
    tab    INTEGER NOT NULL,
    id     TEXT NOT NULL,
    sub    TEXT NOT NULL,
    unit   TEXT NOT NULL,
    scope  TEXT,              -- among which rows it can be in conflict
    hidden INTEGER NOT NULL,  -- rejected by the user
    line   TEXT NOT NULL,     -- as in the CSV file
    PRIMARY KEY (tab, id, sub)
) WITHOUT ROWID;
CREATE INDEX rows_unit ON rows (unit);
CREATE INDEX rows_scope ON rows (scope) WHERE scope IS NOT NULL;

-- What the last run did to the rows.
CREATE TABLE changes (
    tab    TEXT NOT NULL,
    id     TEXT NOT NULL,
    change TEXT NOT NULL,
    col    TEXT NOT NULL,
    before TEXT NOT NULL,
    after  TEXT NOT NULL
);

-- What is to be worked out anew.
CREATE TABLE stale_units (unit TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE stale_scopes (scope TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE stale_names (name INTEGER PRIMARY KEY);

CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
