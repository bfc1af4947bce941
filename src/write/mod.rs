//! The tables as files.

mod csv;

pub use self::csv::write;
