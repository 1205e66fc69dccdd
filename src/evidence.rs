//! Evidence: exported files as typed batches of rows, with an account of what could not be read.
//!
//! Invariant: rows read, rejected and passed over add up to the rows of the file, and no cell value, file name or undeclared
//! header leaves this layer in clear, but by `names`, for a list that stays with whoever asks for it, and by `profile`, for whoever
//! is to declare the file.

pub mod anonymise;
pub mod batch;
pub mod cell;
pub mod csv;
pub mod days;
pub mod encoding;
pub mod fault;
pub mod format;
pub mod gzip;
pub mod join;
pub mod key;
pub mod ledger;
pub mod lines;
pub mod mail;
pub mod names;
pub mod normal;
pub mod number;
mod opening;
pub mod page;
pub mod profile;
pub mod raw;
mod record;
pub mod schema;
pub mod stitch;
pub mod table;
pub mod wire;
pub mod workbook;

pub use self::csv::read_csv;
pub use self::fault::FileFault;
pub use self::key::KeyRing;
pub use self::ledger::{FileLedger, Rejection};
pub use self::lines::read_lines;
pub use self::table::TableRequest;
