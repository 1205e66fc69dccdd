//! Nothing of the evidence but figures and declared names gets out: marked cells, headers and file names are looked for in
//! all that the program says and publishes, in every spelling that a program may give them.

#![expect(
    clippy::disallowed_methods,
    clippy::string_slice,
    reason = "the tests set up folders of files, and markers are cut where they are ASCII"
)]

#[cfg(test)]
mod privacy {
    mod evidence;
    mod leaks;
    mod mail;
    mod markers;
    mod page;
    mod scan;
    mod sheet;
}
