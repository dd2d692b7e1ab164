//! Opens files that a user names. A pipe, a device or a folder never makes the program wait for ever, and
//! never fills its memory.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use content::limits::{EMPTY_PIPE_SECONDS, SILENT_PIPE_SECONDS};

/// The pause between two attempts to read from a pipe.
const PAUSE: Duration = Duration::from_millis(10);

/// A file or a pipe that is being read.
#[derive(Debug)]
pub struct Input {
    file: File,
    is_pipe: bool,
    has_begun: bool,
}

/// Opens a file or a pipe. `what` is the expected kind of file, such as "a CSV file".
///
/// # Errors
/// It cannot be opened, or is a folder, a device or a socket.
pub fn open(path: &Path, what: &str) -> Result<Input> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("there is no such file"),
        _ => error.into(),
    })?;
    let is_pipe = is_pipe(&about);
    if !about.is_file() && !is_pipe {
        bail!("it is {}, expected {what}", kind(&about));
    }
    Ok(Input { file: open_at_once(path)?, is_pipe, has_begun: false })
}

/// Reads a whole file or pipe.
///
/// # Errors
/// It cannot be opened or read, or has more than `limit` bytes.
pub fn read(path: &Path, what: &str, limit: u64) -> Result<Vec<u8>> {
    let too_large = || format!("expected a file of at most {limit} bytes, found more");
    let input = open(path, what)?;
    ensure!(input.is_pipe || input.file.metadata()?.len() <= limit, too_large());
    let mut bytes = Vec::new();
    // The length of a pipe is not known beforehand, and a file may grow while it is read.
    input.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= limit, too_large());
    Ok(bytes)
}

/// Reads a whole regular file, but neither a pipe nor anything else.
///
/// # Errors
/// It is not a regular file, cannot be read, or has more than `limit` bytes.
pub fn read_regular(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    ensure!(about.is_file(), "expected a regular file, found {}", kind(&about));
    read(path, "a regular file", limit)
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let began = Instant::now();
        let waited = |seconds| began.elapsed() >= Duration::from_secs(seconds);
        loop {
            match self.file.read(buffer) {
                // Nobody has written to the pipe yet, or nobody ever will.
                Ok(0) if self.is_pipe && !self.has_begun && !buffer.is_empty() => {
                    if waited(EMPTY_PIPE_SECONDS) {
                        return Ok(0);
                    }
                }
                Err(error) if self.is_pipe && error.kind() == ErrorKind::WouldBlock => {
                    if waited(SILENT_PIPE_SECONDS) {
                        let problem = format!(
                            "nothing came through the pipe for {SILENT_PIPE_SECONDS} seconds"
                        );
                        return Err(io::Error::new(ErrorKind::TimedOut, problem));
                    }
                }
                done => {
                    self.has_begun |= matches!(done, Ok(1..));
                    return done;
                }
            }
            thread::sleep(PAUSE);
        }
    }
}

#[cfg(unix)]
fn open_at_once(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    // Without this flag, opening a pipe waits until somebody writes to it.
    File::options().read(true).custom_flags(libc::O_NONBLOCK).open(path)
}

#[cfg(not(unix))]
fn open_at_once(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(unix)]
fn is_pipe(about: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;

    about.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: &Metadata) -> bool {
    false
}

/// The kind of something that is not a regular file.
#[must_use]
pub fn kind(about: &Metadata) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;

        let file_type = about.file_type();
        if file_type.is_fifo() {
            return "a pipe";
        }
        if file_type.is_socket() {
            return "a socket";
        }
        if file_type.is_char_device() || file_type.is_block_device() {
            return "a device";
        }
    }
    if about.is_dir() { "a folder" } else { "no regular file" }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    fn problem(path: &Path) -> String {
        format!("{:#}", read(path, "a CSV file", 10).unwrap_err())
    }

    #[test]
    fn only_files_and_pipes_are_read_and_no_more_of_them_than_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, "0123456789").unwrap();
        assert_eq!(read(&path, "a CSV file", 10).unwrap(), b"0123456789");
        fs::write(&path, "0123456789a").unwrap();
        assert_eq!(problem(&path), "expected a file of at most 10 bytes, found more");
        assert_eq!(problem(&folder.path().join("none")), "there is no such file");
        assert_eq!(problem(folder.path()), "it is a folder, expected a CSV file");
        assert_eq!(problem(Path::new("/dev/zero")), "it is a device, expected a CSV file");
        let socket = folder.path().join("socket");
        let _listener = UnixListener::bind(&socket).unwrap();
        assert_eq!(problem(&socket), "it is a socket, expected a CSV file");
        assert_eq!(read_regular(&path, 20).unwrap().len(), 11);
        let found = read_regular(Path::new("/dev/null"), 10).unwrap_err().to_string();
        assert_eq!(found, "expected a regular file, found a device");
    }

    #[test]
    fn a_pipe_is_read_and_one_that_nobody_writes_to_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let began = Instant::now();
        assert_eq!(read(&pipe, "a CSV file", 10).unwrap(), b"");
        assert!(began.elapsed() < Duration::from_secs(2 * EMPTY_PIPE_SECONDS));
        let found = read_regular(&pipe, 10).unwrap_err().to_string();
        assert_eq!(found, "expected a regular file, found a pipe");
        // The writer is slow, and writes more than the limit.
        let mut writer = Command::new("sh")
            .args(["-c", "{ printf 0123; sleep 0.2; printf 456789; } > \"$0\""])
            .arg(&pipe)
            .spawn()
            .unwrap();
        assert_eq!(read(&pipe, "a CSV file", 10).unwrap(), b"0123456789");
        writer.wait().unwrap();
        let mut writer =
            Command::new("sh").args(["-c", "yes > \"$0\""]).arg(&pipe).spawn().unwrap();
        assert_eq!(problem(&pipe), "expected a file of at most 10 bytes, found more");
        writer.wait().unwrap();
    }
}
