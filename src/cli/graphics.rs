//! What the computer can draw with, and whether the exhibit's own files are whole.

use std::path::Path;

use super::doctor::{Finding, Status};
use crate::files::{FileError, Files, REGULAR_FONT, STRONG_FONT};
use crate::look::{self, Look};
use crate::words::Languages;

const DRIVER_REMEDY: &str =
    "install a Vulkan driver; without a GPU: apt-get install mesa-vulkan-drivers";

/// The rows of `doctor` that need the engine's own view of the computer.
#[must_use]
pub fn findings(assets: Option<&Path>) -> Vec<Finding> {
    let files = assets
        .filter(|folder| folder.is_dir())
        .and_then(|folder| super::exhibit::read_folder(folder).ok())
        .map(Files::with_overrides)
        .unwrap_or_default();
    let mut findings = vec![gpu(), fonts(&files), whole(&files)];
    findings.extend(looks(&files));
    findings
}

/// The kinds of graphics driver to use: those that `WGPU_BACKEND` names, else the system's own
/// modern ones if there are any, else all.
#[must_use]
pub fn backends() -> wgpu::Backends {
    wgpu::Backends::from_env().unwrap_or_else(|| {
        let modern = wgpu::Backends::PRIMARY;
        if adapters(modern).is_empty() { wgpu::Backends::all() } else { modern }
    })
}

fn adapters(backends: wgpu::Backends) -> Vec<wgpu::Adapter> {
    let mut descriptor = wgpu::InstanceDescriptor::new_without_display_handle();
    descriptor.backends = backends;
    let instance = wgpu::Instance::new(descriptor);
    bevy::tasks::block_on(instance.enumerate_adapters(backends))
}

/// The graphics cards and drivers, or software in their place.
#[must_use]
pub fn gpu() -> Finding {
    let adapters = adapters(backends());
    let described: Vec<_> = adapters
        .iter()
        .map(|adapter| {
            let about = adapter.get_info();
            let driver = [about.driver.trim(), about.driver_info.trim()].join(" ");
            format!("{} ({}, {})", about.name.trim(), about.backend, driver.trim())
        })
        .collect();
    let only_software =
        adapters.iter().all(|adapter| adapter.get_info().device_type == wgpu::DeviceType::Cpu);
    match (adapters.is_empty(), only_software) {
        (true, _) => Finding::bad("graphics", Status::Failure, "no graphics driver", DRIVER_REMEDY),
        (false, true) => Finding::bad(
            "graphics",
            Status::Warning,
            described.join("; "),
            "drawing in software is slow; for smooth motion use a computer with a GPU",
        ),
        (false, false) => Finding::ok("graphics", described.join("; ")),
    }
}

fn fonts(files: &Files) -> Finding {
    let is_font = |path: &&str| {
        files
            .get(path)
            .is_some_and(|bytes| bytes.starts_with(b"OTTO") || bytes.starts_with(&[0, 1, 0, 0]))
    };
    match [REGULAR_FONT, STRONG_FONT].iter().find(|path| !is_font(path)) {
        None => Finding::ok("fonts", "Inter, regular and semibold"),
        Some(path) => Finding::bad(
            "fonts",
            Status::Failure,
            format!("asset {path} is no OpenType font"),
            "put an OpenType font there, or take the file out of the --assets folder",
        ),
    }
}

/// Whether everyone can read each theme with each palette; nothing of those that [`whole`] complains of.
fn looks(files: &Files) -> Vec<Finding> {
    let (themes, palettes) = (look::choices(files, "themes"), look::choices(files, "palettes"));
    let mut findings = Vec::new();
    for theme in &themes {
        for palette in &palettes {
            let Ok(look) = Look::load(files, theme, palette) else { return Vec::new() };
            let faults = look::faults(&look);
            if !faults.is_empty() {
                findings.push(Finding::bad(
                    "colours",
                    Status::Warning,
                    format!("themes/{theme}.toml, palettes/{palette}.toml: {}", faults.join("; ")),
                    "make the lighter colour lighter or the darker one darker",
                ));
            }
        }
    }
    if findings.is_empty() {
        findings.push(Finding::ok("colours", "read and told apart by everyone"));
    }
    findings
}

fn whole(files: &Files) -> Finding {
    let check = || -> Result<String, FileError> {
        let (themes, palettes) = (look::choices(files, "themes"), look::choices(files, "palettes"));
        for theme in &themes {
            for palette in &palettes {
                Look::load(files, theme, palette)?;
            }
        }
        let languages = Languages::load(files)?.iter().count();
        let barcodes = crate::notebook_barcodes(files)
            .map_err(|error| FileError::new(crate::files::BARCODES, error.to_string()))?;
        let rectangles = crate::notebook_rectangles(files, crate::files::RECTANGLES)
            .map_err(|error| FileError::new(crate::files::RECTANGLES, error.to_string()))?;
        Ok(format!(
            "{} themes, {} palettes, {languages} languages, {} barcodes, {} sets of rectangles",
            themes.len(),
            palettes.len(),
            barcodes.samples.len(),
            rectangles.samples.len()
        ))
    };
    match check() {
        Ok(found) => Finding::ok("assets", found),
        Err(error) => Finding::bad(
            "assets",
            Status::Failure,
            error.to_string(),
            "mend the file, or take it out of the --assets folder",
        ),
    }
}
