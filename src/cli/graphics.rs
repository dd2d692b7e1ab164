//! Checks what the computer can draw with, and whether the exhibit's own files are complete and valid.

use std::path::Path;

use super::doctor::{Finding, Status};
use super::folder::Folder;
use content::files::{FileError, Files, Ignored, REGULAR_FONT, STRONG_FONT, TOLD, surprises};
use content::fonts::{self, Lettering};
use content::look::{self, Look};
use content::words::Languages;

const DRIVER_REMEDY: &str =
    "install a Vulkan driver; without a GPU: apt-get install mesa-vulkan-drivers";

const FOLDER_REMEDY: &str = "correct the folder that is given after --assets";
/// The remedy for letters that no font has.
pub const LETTERS_REMEDY: &str =
    "put a font with these letters into an --assets folder, as fonts/Inter-Regular.otf";

/// The findings of `doctor` for which the engine has to look at the computer.
#[must_use]
pub fn findings(assets: Option<&Path>) -> Vec<Finding> {
    let mut findings = vec![gpu()];
    // A path that is not a folder has a finding of its own.
    let folder = assets.filter(|folder| folder.is_dir()).map(Folder::of_assets).transpose();
    let files = match folder {
        Ok(folder) => folder.unwrap_or_default().into_files(),
        Err(error) => {
            let found = format!("{error:#}");
            findings.push(Finding::bad("assets", Status::Failure, found, FOLDER_REMEDY));
            return findings;
        }
    };
    findings.extend(fonts(&files));
    findings.push(whole(&files));
    findings.extend(ignored("assets", files.ignored()));
    findings.extend(looks(&files));
    findings
}

/// The findings about unused files of a folder: a warning if the user may expect that a file is used.
#[must_use]
pub fn ignored(name: &'static str, ignored: &[Ignored]) -> Vec<Finding> {
    let warn = |found| Finding::bad(name, Status::Warning, found, "rename it, or take it out");
    let mut findings: Vec<_> = surprises(ignored).into_iter().map(warn).collect();
    let others: Vec<_> = ignored.iter().filter(|ignored| !ignored.reason.is_surprising()).collect();
    let told = others.iter().take(TOLD).map(|ignored| Finding::ok(name, ignored.to_string()));
    findings.extend(told);
    if others.len() > TOLD {
        let more = others.len() - TOLD;
        findings.push(Finding::ok(name, format!("and {more} more files and folders are ignored")));
    }
    findings
}

/// The kinds of graphics driver to use: those that `WGPU_BACKEND` names; otherwise the modern ones of the
/// system, if it has any; otherwise all.
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

/// Finds the graphics cards and drivers, or the software that draws instead.
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

/// Checks that the fonts can be used, and that they have the letters of the languages.
fn fonts(files: &Files) -> Vec<Finding> {
    let name = "fonts";
    // Another check reports a bad locale. The fonts are then checked for the built-in languages.
    let languages = Languages::load(files).or_else(|_| Languages::load(&Files::default()));
    let checked = languages.and_then(|languages| {
        fonts::check(files, &languages)?;
        Ok(Lettering::new(files).faults(&languages))
    });
    let own: Vec<_> =
        [REGULAR_FONT, STRONG_FONT].into_iter().filter(|path| files.is_overridden(path)).collect();
    match checked {
        Err(error) => {
            let remedy = "put an OpenType font there, or take the file out of the --assets folder";
            vec![Finding::bad(name, Status::Failure, error.to_string(), remedy)]
        }
        Ok(faults) if !faults.is_empty() => {
            let warn = |fault| Finding::bad(name, Status::Warning, fault, LETTERS_REMEDY);
            faults.into_iter().map(warn).collect()
        }
        Ok(_) if own.is_empty() => vec![Finding::ok(name, "Inter, regular and semibold")],
        Ok(_) => vec![Finding::ok(name, format!("{}, with Inter as a fallback", own.join(", ")))],
    }
}

/// Checks that everyone can read each theme with each palette. If [`whole`] finds an error in one of them,
/// there are no findings here.
fn looks(files: &Files) -> Vec<Finding> {
    let Ok((themes, palettes)) = look::all(files) else { return Vec::new() };
    let mut findings = Vec::new();
    for (theme, grounds) in &themes {
        for (palette, classes) in &palettes {
            let look = Look { theme: grounds.clone(), palette: classes.clone() };
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
        findings
            .push(Finding::ok("colours", "everyone can read the text and distinguish the classes"));
    }
    findings
}

fn whole(files: &Files) -> Finding {
    let check = || -> Result<String, FileError> {
        let (themes, palettes) = look::all(files)?;
        let languages = Languages::load(files)?.iter().count();
        let barcodes = exhibit::experiment::notebook::barcodes(files)
            .map_err(|error| FileError::new(content::files::BARCODES, error.to_string()))?;
        let rectangles =
            exhibit::experiment::notebook::rectangles(files, content::files::RECTANGLES)
                .map_err(|error| FileError::new(content::files::RECTANGLES, error.to_string()))?;
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
            "correct the file, or take it out of the --assets folder",
        ),
    }
}
