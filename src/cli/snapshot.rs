//! `learning-machine snapshot`: pictures of the exhibit, without a window.

use std::io::Cursor;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use bevy::prelude::{App, UVec2};
use clap::{ArgGroup, Args};
use image::{ImageFormat, RgbaImage};
use learning::Playhead;

use super::doctor::Status;
use super::options::{self, ExhibitArguments};
use super::progress::Progress;
use super::{UsageError, graphics, journal, output};
use crate::headless::{self, Camera, Described};
use exhibit::chapter::CHAPTERS;
use exhibit::command::Command;
use exhibit::experiment::Experiments;
use exhibit::link::{self, ReadLink};

/// Count of pictures that may wait to be written: more would only fill the memory.
const WAITING: usize = 2;

/// Make pictures of the exhibit, as PNG files and without a window
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true).args(["step", "steps", "all", "link"]))]
pub struct SnapshotArguments {
    /// The chapter: a number or an id
    #[arg(long, value_name = "C", value_parser = options::chapter)]
    chapter: Option<usize>,

    /// The training step, counted from 0: sample × phases + phase; a fraction is on the way to the
    /// next, as 5.5
    #[arg(long, value_name = "S", value_parser = playhead, requires = "chapter")]
    step: Option<Playhead>,

    /// The training steps from A to B − 1, a file each
    #[arg(long, value_name = "A..B", value_parser = steps, requires = "chapter")]
    steps: Option<Range<usize>>,

    /// The moment of this link, which the page Share copies
    #[arg(long, value_name = "LINK", conflicts_with = "chapter")]
    link: Option<String>,

    /// One picture of each chapter, in this folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["chapter", "out"])]
    all: Option<PathBuf>,

    /// Width and height of the pictures in pixels
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = options::size)]
    size: UVec2,

    /// The file to write, or with --steps the folder
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,

    /// Print each moment in words, as a screen reader has it; a picture is made only with --out
    #[arg(long)]
    describe: bool,

    #[command(flatten)]
    exhibit: ExhibitArguments,
}

impl SnapshotArguments {
    /// Makes the pictures.
    ///
    /// # Errors
    /// There is nothing to draw with, a file cannot be read or written, or there is no such step.
    pub fn run(self) -> Result<()> {
        let link = self.link.as_deref().map(link::read);
        let of_link = link.as_ref().map(|read| read.link.chapter);
        let chapter = self.chapter.or(of_link).unwrap_or_default();
        let setup = self.exhibit.setup(Some(chapter), 0, None)?;
        let shots = match link {
            Some(link) => vec![self.shot_of_link(&setup, link)?],
            None => self.shots(&setup)?,
        };
        if self.describe {
            describe(&setup, &shots)?;
        }
        let shots: Vec<Shot> = shots.into_iter().filter(|shot| shot.out.is_some()).collect();
        if shots.is_empty() {
            return Ok(());
        }
        let gpu = graphics::gpu();
        if gpu.status == Status::Failure {
            bail!("{}: {}; {}", gpu.name, gpu.found, gpu.remedy.unwrap_or_default());
        }
        // What the engine has to say goes to the terminal, from here to the end.
        App::new().add_plugins(journal::plain(super::LOG_FILTER));
        take(&mut Camera::new(setup, self.size)?, shots)
    }

    fn shot_of_link(&self, setup: &crate::Setup, link: ReadLink) -> Result<Shot> {
        if self.out.is_none() && !self.describe {
            bail!(UsageError("--out PATH: expected where to write to".to_owned()));
        }
        options::check_link(setup, &link)?;
        Ok(Shot { at: vec![Command::Open(Box::new(link))], out: self.out.clone() })
    }

    fn shots(&self, setup: &crate::Setup) -> Result<Vec<Shot>> {
        let chapter = setup.chapter;
        if let Some(folder) = &self.all {
            make_folder(folder)?;
            let experiments = Experiments::new(setup.material.clone());
            let mut shots = Vec::new();
            for &index in setup.config.chapters() {
                let chapter = CHAPTERS[index];
                let out = folder.join(format!("{:02}-{}.png", index + 1, chapter.id()));
                let step = poster_step(&experiments, index);
                shots
                    .push(Shot { at: headless::moment(index, Playhead::at(step)), out: Some(out) });
            }
            return Ok(shots);
        }
        let out = self.out.clone();
        if out.is_none() && !self.describe {
            bail!(UsageError("--out PATH: expected where to write to".to_owned()));
        }
        if let Some(playhead) = self.step {
            options::check_step(setup, playhead.step)?;
            return Ok(vec![Shot { at: headless::moment(chapter, playhead), out }]);
        }
        let steps = self.steps.clone().unwrap_or_default();
        options::check_step(setup, steps.end.saturating_sub(1))?;
        if let Some(folder) = &out {
            make_folder(folder)?;
        }
        let digits = (steps.end.saturating_sub(1)).to_string().len();
        Ok(steps
            .map(|step| {
                let name = format!("{}-{step:0digits$}.png", CHAPTERS[chapter].id());
                let out = out.as_ref().map(|folder| folder.join(name));
                Shot { at: headless::moment(chapter, Playhead::at(step)), out }
            })
            .collect())
    }
}

/// Takes pictures, one after another; while one is encoded and written, the next is drawn.
fn take(camera: &mut Camera, shots: Vec<Shot>) -> Result<()> {
    let progress = Progress::beside(Some(Path::new("")));
    let count = shots.len();
    let (sender, receiver) = mpsc::sync_channel::<(RgbaImage, PathBuf)>(WAITING);
    thread::scope(|scope| {
        let writer = scope.spawn(move || {
            receiver.into_iter().try_for_each(|(picture, out)| write(&picture, &out))
        });
        let mut taken = Ok(());
        for (index, shot) in shots.into_iter().enumerate() {
            if count > 1 {
                progress.show(&format!("picture {} of {count}", index + 1));
            }
            shot.at.into_iter().for_each(|command| camera.ask(command));
            match camera.shoot() {
                Ok(picture) => {
                    let Some(out) = shot.out else { continue };
                    if sender.send((picture, out)).is_err() {
                        // The writer hangs up only when it has failed, and then says why.
                        break;
                    }
                }
                Err(error) => {
                    taken = Err(error);
                    break;
                }
            }
        }
        drop(sender);
        let written = writer.join().map_err(|_| anyhow!("the pictures could not be encoded"))?;
        written.and(taken)
    })
}

struct Shot {
    /// The commands that lead to the moment.
    at: Vec<Command>,
    /// Where the picture goes, if one is made.
    out: Option<PathBuf>,
}

/// Prints the moments in words, a paragraph each.
fn describe(setup: &crate::Setup, shots: &[Shot]) -> Result<()> {
    let mut exhibit = Described::new(setup.clone())?;
    let mut text = String::new();
    for shot in shots {
        text.push_str(&exhibit.after(shot.at.iter().cloned())?);
        text.push_str("\n\n");
    }
    output::write(None, |file| writeln!(file, "{}", text.trim_end()))
}

/// A step at which a chapter has something to show: two thirds into it, in its last phase but one.
fn poster_step(experiments: &Experiments, chapter: usize) -> usize {
    let timeline = CHAPTERS[chapter].timeline(experiments);
    timeline.samples() * 2 / 3 * timeline.phases() + timeline.phases().saturating_sub(2)
}

fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))
}

fn write(picture: &RgbaImage, out: &Path) -> Result<()> {
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, ImageFormat::Png)
        .with_context(|| format!("cannot encode {}", out.display()))?;
    output::write(Some(out), |file| file.write_all(bytes.get_ref()))
}

fn playhead(text: &str) -> Result<Playhead, String> {
    let expected = || "expected a step such as 5, or a moment such as 5.5".to_owned();
    if let Ok(step) = text.parse() {
        return Ok(Playhead::at(step));
    }
    let (whole, _) = text.split_once('.').ok_or_else(expected)?;
    let moment: f64 = text.parse().map_err(|_| expected())?;
    let step = whole.parse().map_err(|_| expected())?;
    Ok(Playhead { step, fraction: moment.fract() })
}

fn steps(text: &str) -> Result<Range<usize>, String> {
    text.split_once("..")
        .and_then(|(from, to)| Some(from.parse().ok()?..to.parse().ok()?))
        .filter(|steps: &Range<usize>| !steps.is_empty())
        .ok_or_else(|| "expected A..B with A less than B, such as 0..40".to_owned())
}
