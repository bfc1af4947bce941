//! The rows of the tables, and the tables' names and columns, as SCHEMA.md has them.

/// A value that a cell can hold.
trait Cell: Sized {
    fn cell(&self) -> String;
    /// The value of a cell, or the least where it has none.
    fn of(cell: &str) -> Self;
}

impl Cell for String {
    fn cell(&self) -> String {
        self.clone()
    }

    fn of(cell: &str) -> String {
        cell.to_owned()
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl Cell for $number {
            fn cell(&self) -> String {
                self.to_string()
            }

            fn of(cell: &str) -> $number {
                cell.parse().unwrap_or_default()
            }
        }

        impl Cell for Option<$number> {
            fn cell(&self) -> String {
                self.map(|n| n.to_string()).unwrap_or_default()
            }

            fn of(cell: &str) -> Option<$number> {
                cell.parse().ok()
            }
        })*
    };
}

numbers!(u32 i32 usize);

/// A row of a table.
pub trait Row {
    /// The table it belongs to.
    const TABLE: Table;
    /// Its cells, in the order of the table's columns.
    fn cells(&self) -> Vec<String>;
    /// The row of some cells; what is missing is empty.
    fn of_cells<'a>(cells: impl Iterator<Item = &'a str>) -> Self;
}

macro_rules! tables {
    ($($(#[$doc:meta])* $row:ident of $table:ident $name:literal { $($column:ident: $kind:ty,)* })*) => {
        /// The tables of the dataset.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$doc])* $table,)* }

        impl Table {
            /// Every table, in the order in which they are written.
            pub const ALL: &'static [Table] = &[$(Table::$table,)*];

            /// The name of its file, without the ending.
            pub fn name(self) -> &'static str {
                match self { $(Table::$table => $name,)* }
            }

            /// Its columns, in order.
            pub fn columns(self) -> &'static [&'static str] {
                match self { $(Table::$table => &[$(stringify!($column),)*],)* }
            }
        }

        $($(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub struct $row { $(pub $column: $kind,)* }

        impl Row for $row {
            const TABLE: Table = Table::$table;

            fn cells(&self) -> Vec<String> {
                vec![$(self.$column.cell(),)*]
            }

            fn of_cells<'a>(mut cells: impl Iterator<Item = &'a str>) -> $row {
                $row { $($column: Cell::of(cells.next().unwrap_or_default()),)* }
            }
        })*
    };
}

tables! {
    /// athletes.csv: an athlete.
    AthleteRow of Athletes "athletes" {
        athlete_id: String,
        name: String,
        country: String,
        gender: String,
        sport: String,
        names: String,
        articles: usize,
        first_date: String,
        last_date: String,
    }
    /// medals.csv: a medal, a title or a tally.
    MedalRow of Medals "medals" {
        fact_id: String,
        holder: String,
        athlete_id: String,
        athlete: String,
        country: String,
        medal: String,
        count: u32,
        competition: String,
        year: Option<i32>,
        year_to: Option<i32>,
        place: String,
        sport: String,
        event: String,
        gender: String,
        status: String,
        basis: String,
        as_of: String,
        articles: usize,
    }
    /// licenses.csv: a licence, or a number of them.
    LicenseRow of Licenses "licenses" {
        fact_id: String,
        holder: String,
        athlete_id: String,
        athlete: String,
        country: String,
        count: u32,
        sports: Option<u32>,
        competition: String,
        year: Option<i32>,
        place: String,
        sport: String,
        event: String,
        gender: String,
        status: String,
        qualifier: String,
        qualifier_place: String,
        qualifier_year: Option<i32>,
        as_of: String,
        articles: usize,
    }
    /// evidence.csv: a sentence that supports a fact or names an athlete.
    EvidenceRow of Evidence "evidence" {
        fact_id: String,
        article_id: String,
        language: String,
        start: usize,
        end: usize,
        quote: String,
        rule: String,
        confidence: String,
    }
    /// articles.csv: an article.
    ArticleRow of Articles "articles" {
        article_id: String,
        path: String,
        url: String,
        title: String,
        published: String,
        language: String,
        language_confidence: String,
        characters: usize,
        athletes: usize,
        medals: usize,
        licenses: usize,
        status: String,
    }
    /// review.csv: a sentence that looked like a fact and gave none.
    ReviewRow of Review "review" {
        article_id: String,
        language: String,
        start: usize,
        end: usize,
        quote: String,
        trigger: String,
        reason: String,
    }
    /// conflicts.csv: facts about the same thing that cannot both hold.
    ConflictRow of Conflicts "conflicts" {
        table: String,
        key: String,
        values: String,
        fact_ids: String,
        articles: String,
    }
    /// changes.csv: what a run did to a row.
    ChangeRow of Changes "changes" {
        table: String,
        id: String,
        change: String,
        column: String,
        before: String,
        after: String,
    }
}

impl Table {
    /// The table of that name.
    pub fn from_name(name: &str) -> Option<Table> {
        Table::ALL.iter().copied().find(|t| t.name() == name)
    }

    /// True where one column, the first, is the key of the rows.
    pub fn keyed(self) -> bool {
        matches!(self, Table::Athletes | Table::Medals | Table::Licenses | Table::Articles)
    }
}

/// Columns with words from outside: what a spreadsheet would run as a formula is made plain text there.
const TEXT_COLUMNS: &[&str] = &[
    "name",
    "names",
    "athlete",
    "path",
    "url",
    "title",
    "quote",
    "trigger",
    "article_id",
    "place",
    "id",
    "before",
    "after",
    "key",
    "values",
];

/// The line of a row in its table's file, with its end. A cell that a spreadsheet would run as a formula begins with
/// an apostrophe.
pub fn line(table: Table, cells: &[impl AsRef<str>]) -> String {
    let room = cells.iter().map(|c| c.as_ref().len() + 3).sum();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .buffer_capacity(room)
        .from_writer(Vec::with_capacity(room));
    // Writing into memory does not fail.
    for (cell, column) in cells.iter().zip(table.columns()) {
        let cell = cell.as_ref();
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && TEXT_COLUMNS.contains(column);
        let _ = if formula { writer.write_field(format!("'{cell}")) } else { writer.write_field(cell) };
    }
    let _ = writer.write_record(None::<&[u8]>);
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The cells of a [`line`].
pub(super) fn cells_of(line: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
    record.iter().map(str::to_owned).collect()
}

/// What stands between the parts of a cell that lists several things.
pub const BETWEEN: &str = " | ";
