//! The presenter's remote, and the other keys of projector mode. A remote acts as a keyboard.

use bevy::ecs::system::SystemParam;
use bevy::input::keyboard::Key;
use bevy::prelude::*;
use exhibit::command::{Command, ProgramCommand};
use exhibit::config::Config;
use exhibit::lesson::RunningLesson;
use exhibit::playback::{Motion, Playback, PlaybackCommand, TrainingStep};
use exhibit::projector::predict::Waiting;
use exhibit::projector::remote::RemoteAction;
use exhibit::projector::{Cover, Projector, ProjectorCommand, SPOTLIGHT};

/// The state that the keys of projector mode depend on.
#[derive(SystemParam)]
pub struct Remote<'w> {
    projector: Res<'w, Projector>,
    config: Res<'w, Config>,
    lesson: Option<Res<'w, RunningLesson>>,
    waiting: Res<'w, Waiting>,
}

impl Remote<'_> {
    /// Whether the picture is covered. Any key then uncovers it and does nothing else.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.projector.cover.is_some() && self.has_meaning()
    }

    /// Whether a character blanks the picture to black, on the configured remote.
    #[must_use]
    pub fn makes_black(&self, typed: char) -> bool {
        self.has_meaning() && self.projector.remote.makes_black(&typed.to_lowercase().to_string())
    }

    /// A kiosk has no teacher.
    fn has_meaning(&self) -> bool {
        self.projector.is_on() && !self.config.kiosk.enabled
    }

    /// The command of a key in projector mode; `None` if the key has no meaning of its own there.
    #[must_use]
    pub fn commands(
        &self,
        key: &Key,
        repeat: bool,
        page_is_open: bool,
        (chapter, step, playback): (usize, &TrainingStep, &Playback),
    ) -> Option<Vec<Command>> {
        let projector = &*self.projector;
        if !self.has_meaning() {
            return None;
        }
        let ask = |command| Some(vec![Command::Project(command)]);
        if projector.cover.is_some() {
            let uncovers = !repeat && !is_modifier(key);
            return if uncovers { ask(ProjectorCommand::Cover(None)) } else { Some(Vec::new()) };
        }
        let waits = self.waiting.is_here(chapter, step, playback);
        let command = match key {
            Key::PageDown | Key::ArrowRight if waits && !page_is_open => {
                return Some(vec![Command::Playback(PlaybackCommand::Play)]);
            }
            Key::PageDown | Key::PageUp if !page_is_open => {
                let lesson = self.lesson.as_ref()?;
                let at = lesson.index();
                let to = if *key == Key::PageDown { Some(at + 1) } else { at.checked_sub(1) };
                let to = to.filter(|&to| !repeat && to < lesson.lesson().stops.len());
                let go = |to| Command::Project(ProjectorCommand::GoToStop(to));
                return Some(to.map(go).into_iter().collect());
            }
            Key::F5 => return self.special(projector.remote.f5, repeat),
            Key::Escape if !page_is_open && projector.spotlight.is_some() => {
                ProjectorCommand::Spotlight(None)
            }
            // Any such key first closes what lies over the chapter.
            Key::Escape if page_is_open => return None,
            Key::Escape => return self.special(projector.remote.escape, repeat),
            Key::Character(text) => match text.to_lowercase().as_str() {
                // This comes first: the setting describes the actual remote.
                typed if projector.remote.makes_black(typed) => {
                    ProjectorCommand::Cover(Some(Cover::Black))
                }
                "," => ProjectorCommand::Cover(Some(Cover::White)),
                "s" => {
                    let on = projector.spotlight.is_none();
                    ProjectorCommand::Spotlight(on.then_some(SPOTLIGHT))
                }
                "q" => ProjectorCommand::PredictFirst(!projector.predict_first),
                "w" => ProjectorCommand::ShowNotes(!projector.notes),
                "t" => ProjectorCommand::RestartTime,
                // Without the speaker's window nobody could see the exhibit move on, so everything stands
                // still.
                "z" if projector.notes => ProjectorCommand::Freeze(!projector.frozen),
                "z" => {
                    let rests = playback.motion == Motion::Rest;
                    let command =
                        if rests { PlaybackCommand::Play } else { PlaybackCommand::Pause };
                    return Some(if repeat {
                        Vec::new()
                    } else {
                        vec![Command::Playback(command)]
                    });
                }
                _ => return None,
            },
            _ => return None,
        };
        // A repeating key must not make the picture flicker.
        if repeat { Some(Vec::new()) } else { ask(command) }
    }

    fn special(&self, action: RemoteAction, repeat: bool) -> Option<Vec<Command>> {
        let command = match action {
            // Esc does this anyway.
            RemoteAction::Close => return None,
            RemoteAction::Nothing => None,
            RemoteAction::FullScreen => Some(Command::Program(ProgramCommand::ToggleFullscreen)),
            RemoteAction::Black => {
                Some(Command::Project(ProjectorCommand::Cover(Some(Cover::Black))))
            }
        };
        Some(command.filter(|_| !repeat).into_iter().collect())
    }
}

fn is_modifier(key: &Key) -> bool {
    matches!(
        key,
        Key::Shift | Key::Control | Key::Alt | Key::AltGraph | Key::Super | Key::Meta | Key::Fn
    )
}
