//! Keyboard and presenter remote: keys become commands.

pub mod layout;

use bevy::diagnostic::FrameCount;
use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardFocusLost, KeyboardInput};
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowMode};
use learning::Playhead;

use crate::kiosk::Operator;
use crate::projector::remote::Remote;
use content::words::Languages;
use exhibit::chapter::CurrentChapter;
use exhibit::command::{Command, ProgramCommand, step_phase, step_sample};
use exhibit::guesses::GuessCommand;
use exhibit::kiosk::{Kiosk, OperatorCommand, OperatorPage};
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Direction, Motion, Playback, PlaybackCommand, TrainingStep};
use exhibit::settings::{Setting, Settings, Switches};
use exhibit::visitor::{OpenPanel, Panel, VisitorCommand, VisitorState};
use layout::Modifiers;

/// How long after a digit a second digit makes a two-digit number, in seconds.
const DIGIT_SECONDS: f64 = 1.0;

/// Whether a control of the overlay has the keyboard focus. Space, Enter, Esc and the arrows then go to
/// that control. Set by the overlay.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ControlHasFocus(pub bool);

/// The last digit typed, and when.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct TypedDigit(Option<Typed>);

/// A digit, when it was read, and in which frame.
#[derive(Clone, Copy, Debug)]
struct Typed {
    digit: usize,
    seconds: f64,
    frame: u32,
}

impl Typed {
    /// Whether a digit that is read now makes a two-digit number with this one. Keys are read at the start
    /// of a frame, so a key that was pressed during a slow frame counts as in time in the next frame.
    fn is_followed_by(&self, now: f64, frame: u32) -> bool {
        now - self.seconds <= DIGIT_SECONDS || frame.wrapping_sub(self.frame) <= 1
    }
}

/// The modifier keys that are held, and the effect of the remote's F5.
#[derive(Resource, Clone, Debug, Default)]
pub struct Held {
    modifiers: Modifiers,
    /// F5 has switched to full screen, and nothing has ended that since.
    filled_by_f5: bool,
}

impl Held {
    /// The modifier keys that are held.
    #[must_use]
    pub fn modifiers(&self) -> &Modifiers {
        &self.modifiers
    }
}

/// Turns the keys pressed in this frame into commands.
pub fn read_keys(
    mut keys: Keys,
    mut commands: MessageWriter<Command>,
    mut typed: ResMut<TypedDigit>,
    time: (Res<Time<Real>>, Res<FrameCount>),
    focus: Res<ControlHasFocus>,
    kiosk: Res<Kiosk>,
    operator: Res<Operator>,
    remote: Remote,
    shown: Shown,
) {
    // A modifier key that a visitor left stuck is not held for the next visitor.
    if kiosk.attract().is_some() {
        keys.let_go();
    }
    let pressed = keys.pressed(|character| remote.makes_black(character));
    if !kiosk.lets_through() || *operator.page() != OperatorPage::Closed {
        commands.write_batch(operator_keys(&pressed, &operator));
        return;
    }
    let of_remote = |key: &Pressed| {
        let at = (shown.chapter.index(), &*shown.step, &*shown.playback);
        remote.commands(&key.key, key.repeat, shown.panel.0.is_some(), at)
    };
    for key in &pressed {
        if remote.is_covered() {
            commands.write_batch(of_remote(key).unwrap_or_default());
            continue;
        }
        if let Key::Character(text) = &key.key
            && let Ok(digit) = text.parse::<usize>()
            && digit < 10
        {
            // A digit that is held down is typed once.
            if !key.repeat {
                let (now, frame) = (time.0.elapsed_secs_f64(), time.1.0);
                commands.write_batch(chapter_of_digit(
                    digit,
                    &mut typed,
                    (now, frame),
                    &shown.offered,
                ));
            }
            continue;
        }
        let of_controls = matches!(
            key.key,
            Key::Space
                | Key::Enter
                | Key::Escape
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
        );
        let is_switch =
            shown.settings.switches != Switches::Off && matches!(key.key, Key::Space | Key::Enter);
        // Any control with the focus lets Esc close what lies over the chapter.
        let something_is_open = shown.panel.0.is_some() || shown.visitor.explained.is_some();
        let closes = key.key == Key::Escape && something_is_open;
        if is_switch || focus.0 && of_controls && !closes {
            continue;
        }
        if let Some(asked) = of_remote(key) {
            let fills = key.key == Key::F5
                && asked.contains(&Command::Program(ProgramCommand::ToggleFullscreen));
            if fills {
                keys.held.filled_by_f5 = !keys.fills_the_screen();
            }
            commands.write_batch(asked);
            continue;
        }
        // Some remotes send F5 and Esc from one button, to begin and end a presentation.
        if key.key == Key::Escape
            && !something_is_open
            && std::mem::take(&mut keys.held.filled_by_f5)
            && keys.fills_the_screen()
        {
            commands.write(Command::Program(ProgramCommand::ToggleFullscreen));
            continue;
        }
        commands.write_batch(shown.command(&key.key, key.repeat));
    }
}

/// A key press and its modifiers.
#[derive(SystemParam)]
pub struct Keys<'w, 's> {
    events: MessageReader<'w, 's, KeyboardInput>,
    focus_lost: MessageReader<'w, 's, KeyboardFocusLost>,
    held: ResMut<'w, Held>,
    windows: Query<'w, 's, &'static Window, With<PrimaryWindow>>,
}

/// A pressed key, without a modifier that would make it a different key.
struct Pressed {
    /// Its meaning, whatever the keyboard's layout: see [`layout::key`].
    key: Key,
    /// Whether it is held down and repeats.
    repeat: bool,
}

impl Keys<'_, '_> {
    /// The keys pressed since the last frame. Keys with Ctrl, Alt or Super are not for the exhibit.
    fn pressed(&mut self, is_own: impl Fn(char) -> bool) -> Vec<Pressed> {
        // Keys that were held when the window lost the focus are released elsewhere, and the release is not
        // reported here.
        if self.focus_lost.read().count() > 0 {
            self.let_go();
        }
        let mut pressed = Vec::new();
        for event in self.events.read() {
            self.held.modifiers.follow(event);
            if event.state == ButtonState::Pressed && !self.held.modifiers.make_another_key() {
                let key = layout::key(event, self.held.modifiers.shift(), &is_own);
                pressed.push(Pressed { key, repeat: event.repeat });
            }
        }
        pressed
    }

    fn let_go(&mut self) {
        self.held.modifiers = Modifiers::default();
    }

    fn fills_the_screen(&self) -> bool {
        self.windows.iter().any(|window| window.mode != WindowMode::Windowed)
    }
}

/// A digit goes to that chapter at once; a second digit soon after makes a two-digit number.
fn chapter_of_digit(
    digit: usize,
    typed: &mut TypedDigit,
    (now, frame): (f64, u32),
    offered: &OfferedChapters,
) -> Option<Command> {
    let earlier = typed.0.filter(|typed| typed.is_followed_by(now, frame));
    let number = earlier.map_or(digit, |typed| 10 * typed.digit + digit);
    let number = if number <= offered.count() { number } else { digit };
    typed.0 = (number < 10).then_some(Typed { digit: number, seconds: now, frame });
    offered.numbered(number).map(Command::Go)
}

/// The keys of the operator's pages. All other keys do nothing.
fn operator_keys(pressed: &[Pressed], operator: &Operator) -> Vec<Command> {
    let asked = |key: &Pressed| {
        let asked = match &key.key {
            Key::Character(text) => OperatorCommand::Digit(text.parse().ok()?),
            Key::Backspace => OperatorCommand::Erase,
            Key::Enter => OperatorCommand::Enter,
            Key::Escape => OperatorCommand::Close,
            _ => return None,
        };
        Some(Command::Operator(asked))
    };
    let is_open = *operator.page() != OperatorPage::Closed;
    pressed.iter().filter(|_| is_open).filter_map(asked).collect()
}

/// The state of the screen while a key is pressed. Most keys depend on it.
#[derive(SystemParam)]
pub struct Shown<'w> {
    step: Res<'w, TrainingStep>,
    playback: Res<'w, Playback>,
    chapter: Res<'w, CurrentChapter>,
    panel: Res<'w, OpenPanel>,
    visitor: Res<'w, VisitorState>,
    settings: Res<'w, Settings>,
    languages: Res<'w, Languages>,
    offered: Res<'w, OfferedChapters>,
}

impl Shown<'_> {
    fn command(&self, key: &Key, repeat: bool) -> Option<Command> {
        let chapter = self.chapter.index();
        let timeline = self.step.timeline();
        let seek = |step| Command::Playback(PlaybackCommand::Seek(Playhead::at(step)));
        // An open page keeps the chapter behind it still.
        if self.panel.0.is_some() {
            return match key {
                Key::Escape => Some(Command::Show(None)),
                _ => self.page_of(key, repeat),
            };
        }
        let command = match key {
            Key::ArrowRight | Key::PageDown => {
                step_phase(true, &self.step, &self.playback, chapter, &self.offered)
            }
            Key::ArrowLeft | Key::PageUp => {
                step_phase(false, &self.step, &self.playback, chapter, &self.offered)
            }
            Key::ArrowDown => step_sample(true, &self.step),
            Key::ArrowUp => step_sample(false, &self.step),
            Key::Home => seek(0),
            Key::End => seek(timeline.last()),
            Key::Escape if self.visitor.explained.is_some() => {
                Command::Visitor(VisitorCommand::Explain(None))
            }
            // The commands below alternate, so a key that is held down must not repeat them.
            _ if repeat => return None,
            Key::Space => Command::Playback(if self.playback.motion == Motion::Rest {
                PlaybackCommand::Play
            } else {
                PlaybackCommand::Pause
            }),
            Key::Backspace => Command::Guess(GuessCommand::Undo),
            Key::Character(text) => match text.to_lowercase().as_str() {
                "+" | "=" => Command::Playback(PlaybackCommand::Faster),
                "-" | "\u{2212}" => Command::Playback(PlaybackCommand::Slower),
                "r" => Command::Playback(PlaybackCommand::Direct(match self.playback.direction {
                    Direction::Forward => Direction::Backward,
                    Direction::Backward => Direction::Forward,
                })),
                "n" => Command::Go(self.offered.next(chapter)?),
                "p" => Command::Go(self.offered.previous(chapter)?),
                "f" => Command::Guess(GuessCommand::Answer(false)),
                "j" => Command::Guess(GuessCommand::Answer(true)),
                _ => return self.page_of(key, repeat),
            },
            _ => return self.page_of(key, repeat),
        };
        Some(command)
    }

    /// The keys that open and close pages, switch full screen, and change the language.
    fn page_of(&self, key: &Key, repeat: bool) -> Option<Command> {
        if repeat {
            return None;
        }
        let panel = match key {
            Key::F11 => return Some(Command::Program(ProgramCommand::ToggleFullscreen)),
            Key::Character(text) => match text.to_lowercase().as_str() {
                "h" | "?" => Panel::Help,
                "c" => Panel::Chapters,
                "a" => Panel::Appearance,
                "u" => Panel::Share,
                "l" => {
                    let language = self.languages.after(&self.settings.language)?.to_owned();
                    return Some(Command::Set(Setting::Language(language)));
                }
                "v" if self.chapter.get().can_compare() => Panel::Compare,
                _ => return None,
            },
            _ => return None,
        };
        Some(Command::Show((self.panel.0 != Some(panel)).then_some(panel)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exhibit::chapter::CHAPTERS;

    #[test]
    fn a_digit_goes_at_once_and_a_number_beyond_the_last_chapter_counts_as_its_last_digit() {
        let offered = OfferedChapters::default();
        // Sixty frames a second.
        let go = |digit, typed: &mut TypedDigit, now: f64| {
            chapter_of_digit(digit, typed, (now, (60.0 * now) as u32), &offered)
        };
        let mut typed = TypedDigit::default();
        assert_eq!(go(2, &mut typed, 0.0), Some(Command::Go(1)));
        assert_eq!(go(3, &mut typed, 0.5), Some(Command::Go(2)));
        assert_eq!(go(0, &mut typed, 5.0), None);
        let last = CHAPTERS.len();
        assert_eq!(go(last / 10, &mut typed, 9.0), Some(Command::Go(0)));
        assert_eq!(go(last % 10, &mut typed, 9.5), Some(Command::Go(last - 1)));
        // A number beyond the last chapter counts as its last digit.
        assert_eq!(go(9, &mut typed, 20.0), Some(Command::Go(8)));
        assert_eq!(go(9, &mut typed, 20.5), Some(Command::Go(8)));
    }

    /// On a computer that needs more than a second per frame, both digits are read long after they were
    /// pressed.
    #[test]
    fn two_digits_in_frames_one_after_the_other_are_one_number_however_slow_the_frames() {
        let offered = OfferedChapters::default();
        let tenth = Some(Command::Go(9));
        for (frames, expected) in [(0, true), (1, true), (2, false), (60, false)] {
            let mut typed = TypedDigit::default();
            chapter_of_digit(1, &mut typed, (10.0, 7), &offered);
            let went = chapter_of_digit(0, &mut typed, (12.5, 7 + frames), &offered);
            assert_eq!(went == tenth, expected, "{frames} frames later");
        }
    }
}
