//! Checks what the exhibit needs from the system below it. Only Linux can lack any of it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Finding, Status};
use crate::cli::NO_RUNTIME_FOLDER;

/// The available memory below which `doctor` warns, in bytes: 600 MB.
const LEAST_MEMORY: u64 = 600_000_000;
const X11_SOCKETS: &str = "/tmp/.X11-unix";
const APT_LINE: &str = "sudo apt-get install libx11-6 libxi6 libxcursor1 libxrandr2 libxkbcommon0 \
                        libxkbcommon-x11-0 libvulkan1 mesa-vulkan-drivers";

/// The purpose of a library, which decides how serious its absence is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    X11,
    AnyWindow,
    Graphics,
}

const LIBRARIES: [(&str, Need); 7] = [
    ("libX11.so.6", Need::X11),
    ("libXi.so.6", Need::X11),
    ("libXcursor.so.1", Need::X11),
    ("libXrandr.so.2", Need::X11),
    ("libxkbcommon.so.0", Need::AnyWindow),
    ("libxkbcommon-x11.so.0", Need::X11),
    ("libvulkan.so.1", Need::Graphics),
];

/// Looks up an environment variable by its name. A variable that is set but empty counts as not set.
type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

fn process_environment(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty() && value != NO_RUNTIME_FOLDER)
}

fn unless_linux(name: &'static str, on_linux: impl FnOnce() -> Finding) -> Finding {
    if cfg!(target_os = "linux") {
        on_linux()
    } else {
        Finding::ok(name, "not needed on this system")
    }
}

/// Checks whether there is a display on which a window can open.
#[must_use]
pub fn display() -> Finding {
    let name = "display";
    unless_linux(name, || display_in(name, &process_environment, Path::new(X11_SOCKETS)))
}

fn display_in(name: &'static str, environment: Environment<'_>, x11_sockets: &Path) -> Finding {
    let wayland = environment("WAYLAND_DISPLAY").map(|display| wayland(&display, environment));
    let x11 = environment("DISPLAY").map(|display| x11(&display.to_string_lossy(), x11_sockets));
    let answers: Vec<_> = [wayland, x11].into_iter().flatten().collect();
    if let Some(Ok(found)) = answers.iter().find(|answer| answer.is_ok()) {
        return Finding::ok(name, found);
    }
    let problems: Vec<_> = answers.into_iter().filter_map(Result::err).collect();
    let found = if problems.is_empty() {
        "neither WAYLAND_DISPLAY nor DISPLAY is set".to_owned()
    } else {
        problems.join("; ")
    };
    Finding::bad(
        name,
        Status::Warning,
        format!("{found}; pictures can still be made with snapshot"),
        "start from a desktop session, or with xvfb-run -a learning-machine",
    )
}

/// Describes a Wayland display, or says what is wrong with it.
fn wayland(display: &OsString, environment: Environment<'_>) -> Result<String, String> {
    let shown = Path::new(display).display();
    let folder = environment("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
    // Joining a full path to a folder gives the full path.
    let socket = folder.join(display);
    if socket.is_absolute() && socket.exists() {
        Ok(format!("Wayland display {shown}"))
    } else {
        Err(format!("WAYLAND_DISPLAY is {shown}, but {} is not there", socket.display()))
    }
}

/// Describes an X11 display, `[HOST]:NUMBER[.SCREEN]`, or says what is wrong with it.
fn x11(display: &str, sockets: &Path) -> Result<String, String> {
    let (host, rest) = display.rsplit_once(':').unwrap_or((display, ""));
    let number = rest.split('.').next().unwrap_or_default();
    if number.is_empty() || number.bytes().any(|byte| !byte.is_ascii_digit()) {
        return Err(format!("DISPLAY is {display:?}, expected a display such as :0"));
    }
    if !(host.is_empty() || host == "unix") {
        return Ok(format!("X11 display {display}, not checked because it is on the network"));
    }
    let socket = sockets.join(format!("X{number}"));
    if socket.exists() {
        Ok(format!("X11 display {display}"))
    } else {
        Err(format!("DISPLAY is {display}, but {} is not there", socket.display()))
    }
}

/// Checks whether the libraries that windows and graphics need are installed.
#[must_use]
pub fn libraries() -> Finding {
    let name = "system libraries";
    unless_linux(name, || libraries_in(name, &library_folders(), &process_environment))
}

fn libraries_in(name: &'static str, folders: &[PathBuf], environment: Environment<'_>) -> Finding {
    let is_missing = |file: &str| !folders.iter().any(|folder| folder.join(file).exists());
    let missing: Vec<_> = LIBRARIES.into_iter().filter(|(file, _)| is_missing(file)).collect();
    if missing.is_empty() {
        return Finding::ok(name, format!("all {} found", LIBRARIES.len()));
    }
    let wayland = environment("WAYLAND_DISPLAY").is_some();
    let x11 = environment("DISPLAY").is_some();
    let is_fatal = |need| match need {
        Need::X11 => x11 && !wayland,
        Need::AnyWindow => x11 || wayland,
        Need::Graphics => true,
    };
    let fatal = missing.iter().any(|&(_, need)| is_fatal(need));
    let files: Vec<_> = missing.into_iter().map(|(file, _)| file).collect();
    Finding::bad(
        name,
        if fatal { Status::Failure } else { Status::Warning },
        format!("missing: {}", files.join(", ")),
        APT_LINE,
    )
}

/// The folders in which the loader of the usual distributions looks for libraries.
fn library_folders() -> Vec<PathBuf> {
    let extra = process_environment("LD_LIBRARY_PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> =
        env::split_paths(&extra).filter(|folder| !folder.as_os_str().is_empty()).collect();
    for base in ["/usr/local/lib", "/lib", "/usr/lib", "/lib64", "/usr/lib64"] {
        folders.push(PathBuf::from(base));
        folders.extend(multiarch_folders(Path::new(base), env::consts::ARCH));
    }
    folders
}

/// The folders of libraries for this machine's processor, such as `x86_64-linux-gnu`. The exhibit cannot use
/// libraries for another processor.
fn multiarch_folders(base: &Path, architecture: &str) -> Vec<PathBuf> {
    let architecture = if architecture == "x86" { "i386" } else { architecture };
    let prefix = format!("{architecture}-linux-gnu");
    let entries = fs::read_dir(base).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix))
        .map(|entry| entry.path())
        .collect()
}

/// Checks whether there is enough memory.
#[must_use]
pub fn memory() -> Finding {
    let name = "memory available";
    unless_linux(name, || memory_of(name, &fs::read_to_string("/proc/meminfo").unwrap_or_default()))
}

fn memory_of(name: &'static str, meminfo: &str) -> Finding {
    let Some(bytes) = available_bytes(meminfo) else {
        return Finding::bad(
            name,
            Status::Warning,
            "/proc/meminfo does not say how much",
            format!("make sure that {} MB are free", LEAST_MEMORY / 1_000_000),
        );
    };
    let found = format!("{} MB", bytes / 1_000_000);
    if bytes >= LEAST_MEMORY {
        return Finding::ok(name, found);
    }
    let remedy = format!("close other programs until {} MB are free", LEAST_MEMORY / 1_000_000);
    Finding::bad(name, Status::Warning, found, remedy)
}

fn available_bytes(meminfo: &str) -> Option<u64> {
    let value = meminfo.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kibibytes: u64 = value.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kibibytes.checked_mul(1024)
}

#[cfg(test)]
mod tests;
