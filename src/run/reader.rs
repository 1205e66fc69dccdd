//! Workbooks, read by a process of their own: this program again, under limits of its own.
//!
//! Invariant: the file is opened here, under the root, and handed over open: the reader gets neither a path nor the
//! environment. It is stopped at its time limit; whatever becomes of it, or whatever it says, is at worst a fault of its file.

mod child;

pub use child::called;

use crate::evidence::FileFault;
use crate::evidence::raw::{Row, Rows};
use crate::evidence::wire::{Broken, Frames, Said};
use crate::evidence::workbook::fault::WorkbookFault;
use crate::evidence::workbook::{WorkbookFormat, seconds_allowed};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// The argument that makes this program a reader.
const VERB: &str = "read-workbook";
/// The number of the signal that ends a process at its limit of computing time.
const OUT_OF_TIME: i32 = 24;

const BUFFER: usize = 64 * 1024;

/// The rows of a sheet, as a process of its own reads them.
pub(super) struct SheetRows {
    frames: Frames<BufReader<ChildStdout>>,
    process: Process,
    /// Which sheet is read, counted from 1, once it is known.
    pub(super) sheet: Option<u32>,
    /// How it ended, once it has.
    ended: Option<Result<(), WorkbookFault>>,
}

/// A process that is stopped at its time limit.
struct Process {
    child: Child,
    /// Dropped once the process need not be stopped any more.
    alive: Option<Sender<()>>,
    /// Tells whether the process was stopped.
    watch: Option<JoinHandle<bool>>,
}

impl SheetRows {
    /// Starts the reader of an open file, which is read from its beginning.
    pub(super) fn start(
        program: &Path,
        file: File,
        format: WorkbookFormat,
        sheet: Option<&str>,
    ) -> Result<Self, FileFault> {
        let length = file
            .metadata()
            .map_err(|_| FileFault::Workbook(WorkbookFault::Died))?
            .len();
        let limit = Duration::from_secs(seconds_allowed(length));
        let mut command = Command::new(program);
        command.arg(VERB).arg(format.id()).args(sheet);
        Self::of(command, file, limit).map_err(|_| FileFault::Workbook(WorkbookFault::Died))
    }

    fn of(mut command: Command, file: File, limit: Duration) -> io::Result<Self> {
        let mut child = command
            .env_clear()
            .stdin(file)
            .stdout(Stdio::piped())
            // What it may say of itself could hold a part of the file.
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take();
        let mut process = Process {
            child,
            alive: None,
            watch: None,
        };
        process.watch_over(limit)?;
        let output = output.ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self {
            frames: Frames::new(BufReader::with_capacity(BUFFER, output)),
            process,
            sheet: None,
            ended: None,
        })
    }

    /// Waits for the reader, which has said all that it has to say.
    fn finish(&mut self) -> Result<(), WorkbookFault> {
        let mut more = [0];
        if !matches!(self.frames.input().read(&mut more), Ok(0)) {
            return Err(WorkbookFault::Lied);
        }
        match self.process.end()? {
            true => Ok(()),
            false => Err(WorkbookFault::Lied),
        }
    }

    /// The next row; how the reader ended is said as often as one asks.
    fn advance(&mut self, row: &mut Row) -> Result<bool, WorkbookFault> {
        while self.ended.is_none() {
            match self.frames.next(row) {
                Ok(Said::Row) => return Ok(true),
                Ok(Said::Sheet(sheet)) => self.sheet = Some(sheet),
                Ok(Said::End) => self.ended = Some(self.finish()),
                Ok(Said::Fault(fault)) => self.ended = Some(self.finish().and(Err(fault))),
                Err(Broken::Nonsense) => self.ended = Some(Err(WorkbookFault::Lied)),
                Err(Broken::CutOff) => {
                    self.ended = Some(self.process.end().and(Err(WorkbookFault::Died)));
                }
            }
        }
        self.ended.unwrap_or(Ok(())).map(|()| false)
    }
}

impl Rows for SheetRows {
    fn next(&mut self, row: &mut Row) -> Result<bool, FileFault> {
        self.advance(row).map_err(FileFault::Workbook)
    }
}

impl Process {
    /// Stops the process once a time is over.
    fn watch_over(&mut self, limit: Duration) -> io::Result<()> {
        let pid = Pid::from_child(&self.child);
        let (alive, ended) = mpsc::channel();
        let watch = std::thread::Builder::new().spawn(move || {
            let over = ended.recv_timeout(limit) == Err(RecvTimeoutError::Timeout);
            // It is not waited for before this thread has ended, so the number is still its own.
            over && kill_process(pid, Signal::KILL).is_ok()
        })?;
        (self.alive, self.watch) = (Some(alive), Some(watch));
        Ok(())
    }

    /// Waits for the end of the process; whether it ended well.
    fn end(&mut self) -> Result<bool, WorkbookFault> {
        // A process that has closed its output and goes on all the same is stopped at its limit.
        let exited = self.child.wait();
        self.alive = None;
        let stopped = self.watch.take().map(JoinHandle::join);
        let status = exited.map_err(|_| WorkbookFault::Died)?;
        if matches!(stopped, Some(Ok(true))) || status.signal() == Some(OUT_OF_TIME) {
            return Err(WorkbookFault::Time);
        }
        Ok(status.success())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.watch.is_some() {
            // What is left of it says nothing to anyone.
            let _ = self.child.kill();
            let _ = self.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that a shell plays, under a limit in milliseconds.
    fn played(script: &str, limit: u64) -> (Option<u32>, Result<u32, WorkbookFault>) {
        let mut command = Command::new("/bin/sh");
        command.arg("-c").arg(script);
        let file = tempfile::tempfile().unwrap();
        let mut rows = SheetRows::of(command, file, Duration::from_millis(limit)).unwrap();
        let (mut row, mut count) = (Row::default(), 0);
        let outcome = loop {
            match rows.advance(&mut row) {
                Ok(true) => count += 1,
                Ok(false) => break Ok(count),
                Err(fault) => break Err(fault),
            }
        };
        let again = rows.advance(&mut row);
        assert_eq!(again, outcome.map(|_| false), "the end stays as it was");
        (rows.sheet, outcome)
    }

    const SHEET: &str = r"printf 'S\002\000\000\000'; ";
    const ROW: &str = r"printf 'R\005\000\000\000\007\000\000\000\006'; ";

    #[test]
    fn a_reader_that_ends_well() {
        let script = format!("{SHEET}{ROW}printf E");
        assert_eq!(played(&script, 60_000), (Some(2), Ok(1)));
    }

    #[test]
    fn readers_that_do_not() {
        for (script, expected) in [
            (String::new(), WorkbookFault::Died),
            (format!("{SHEET}{ROW}"), WorkbookFault::Died),
            (format!("{SHEET}{ROW}kill -9 $$"), WorkbookFault::Died),
            (format!("{SHEET}{ROW}kill -24 $$"), WorkbookFault::Time),
            (format!("{SHEET}{ROW}kill -6 $$"), WorkbookFault::Died),
            (format!("{SHEET}{ROW}printf E; exit 3"), WorkbookFault::Lied),
            (format!("{SHEET}{ROW}printf EE"), WorkbookFault::Lied),
            (format!("{SHEET}{ROW}{ROW}printf E"), WorkbookFault::Lied),
            ("printf X".to_owned(), WorkbookFault::Lied),
            (
                format!(r"{SHEET}printf 'R\377\377\377\377'; exec sleep 60"),
                WorkbookFault::Lied,
            ),
            (
                r"printf 'F\001\000\000\000\000'".to_owned(),
                WorkbookFault::Encrypted,
            ),
        ] {
            let (_, outcome) = played(&script, 60_000);
            assert_eq!(outcome, Err(expected), "{script}");
        }
    }

    #[test]
    fn a_reader_that_goes_on_for_ever_is_stopped() {
        for script in [
            "exec sleep 60",
            "printf E; exec sleep 60",
            "exec >&-; exec sleep 60",
        ] {
            let script = format!("{SHEET}{script}");
            assert_eq!(played(&script, 200).1, Err(WorkbookFault::Time), "{script}");
        }
    }

    #[test]
    fn a_reader_that_is_not_there() {
        let file = tempfile::tempfile().unwrap();
        let program = Path::new("/nonexistent/charte");
        let started = SheetRows::start(program, file, WorkbookFormat::Xlsx, None);
        assert!(matches!(
            started,
            Err(FileFault::Workbook(WorkbookFault::Died))
        ));
    }

    #[test]
    fn a_reader_gets_no_environment() {
        let script = format!(r#"{SHEET}test -z "$CARGO_MANIFEST_DIR$HOME" && printf E"#);
        assert_eq!(played(&script, 60_000).1, Ok(0));
    }
}
