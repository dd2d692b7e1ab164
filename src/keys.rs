//! Keyboard and presenter remote: keys become commands.

use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use learning::Playhead;

use crate::chapter::CurrentChapter;
use crate::command::{Command, Hand, OpenPanel, Panel, step_phase, step_sample};
use crate::kiosk::{Kiosk, Operator, OperatorCommand, OperatorPage};
use crate::playback::{Direction, Motion, Playback, PlaybackCommand, TrainingStep};
use crate::programme::Programme;
use crate::projector::remote::Remote;
use crate::settings::{Setting, Settings, Switches};
use crate::words::Languages;

/// How long after a digit another makes a number of two digits, in seconds.
const DIGIT_SECONDS: f64 = 1.0;

/// Whether a control of the overlay has the keyboard's focus, so that Space, Enter, Esc and the
/// arrows are its own. Set by the overlay.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ControlHasFocus(pub bool);

/// The last digit typed, and when.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct TypedDigit(Option<(usize, f64)>);

/// Turns the keys pressed in this frame into commands.
pub fn read_keys(
    mut keys: MessageReader<KeyboardInput>,
    mut commands: MessageWriter<Command>,
    mut typed: ResMut<TypedDigit>,
    time: Res<Time<Real>>,
    focus: Res<ControlHasFocus>,
    kiosk: Res<Kiosk>,
    operator: Res<Operator>,
    remote: Remote,
    shown: Shown,
) {
    if !kiosk.lets_through() || *operator.page() != OperatorPage::Closed {
        commands.write_batch(operator_keys(&mut keys, &operator));
        return;
    }
    let of_remote = |key: &KeyboardInput| {
        let at = (shown.chapter.index(), &*shown.step, &*shown.playback);
        remote.commands(&key.logical_key, key.repeat, shown.panel.0.is_some(), at)
    };
    for key in keys.read().filter(|key| key.state == ButtonState::Pressed) {
        if remote.is_covered() {
            commands.write_batch(of_remote(key).unwrap_or_default());
            continue;
        }
        if let Key::Character(text) = &key.logical_key
            && let Ok(digit) = text.parse::<usize>()
            && digit < 10
            && !key.repeat
        {
            commands.write_batch(chapter_of_digit(
                digit,
                &mut typed,
                time.elapsed_secs_f64(),
                &shown.programme,
            ));
            continue;
        }
        let of_controls = matches!(
            key.logical_key,
            Key::Space
                | Key::Enter
                | Key::Escape
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
        );
        let is_switch = shown.settings.switches != Switches::Off
            && matches!(key.logical_key, Key::Space | Key::Enter);
        // What lies over the rest is closed from any of its controls.
        let closes = key.logical_key == Key::Escape
            && (shown.panel.0.is_some() || shown.hand.explained.is_some());
        if is_switch || focus.0 && of_controls && !closes {
            continue;
        }
        if let Some(asked) = of_remote(key) {
            commands.write_batch(asked);
            continue;
        }
        commands.write_batch(shown.command(&key.logical_key, key.repeat));
    }
}

/// A digit goes to that chapter at once; a second one soon after makes it a number of two digits.
fn chapter_of_digit(
    digit: usize,
    typed: &mut TypedDigit,
    now: f64,
    programme: &Programme,
) -> Option<Command> {
    let earlier = typed.0.filter(|&(_, when)| now - when <= DIGIT_SECONDS).map(|(digit, _)| digit);
    let number = earlier.map_or(digit, |earlier| 10 * earlier + digit);
    let number = if number <= programme.count() { number } else { digit };
    typed.0 = (number < 10).then_some((number, now));
    programme.numbered(number).map(Command::GoToChapter)
}

/// The keys of the operator's pages; all others are taken for nothing.
fn operator_keys(keys: &mut MessageReader<KeyboardInput>, operator: &Operator) -> Vec<Command> {
    let asked = |key: &KeyboardInput| {
        let asked = match &key.logical_key {
            Key::Character(text) => OperatorCommand::Digit(text.parse().ok()?),
            Key::Backspace => OperatorCommand::Erase,
            Key::Enter => OperatorCommand::Enter,
            Key::Escape => OperatorCommand::Close,
            _ => return None,
        };
        Some(Command::Operator(asked))
    };
    let is_open = *operator.page() != OperatorPage::Closed;
    let pressed = keys.read().filter(|key| key.state == ButtonState::Pressed && is_open);
    pressed.filter_map(asked).collect()
}

/// What is shown while a key is pressed, for which most keys mean something.
#[derive(SystemParam)]
pub struct Shown<'w> {
    step: Res<'w, TrainingStep>,
    playback: Res<'w, Playback>,
    chapter: Res<'w, CurrentChapter>,
    panel: Res<'w, OpenPanel>,
    hand: Res<'w, Hand>,
    settings: Res<'w, Settings>,
    languages: Res<'w, Languages>,
    programme: Res<'w, Programme>,
}

impl Shown<'_> {
    fn command(&self, key: &Key, repeat: bool) -> Option<Command> {
        let chapter = self.chapter.index();
        let timeline = self.step.timeline();
        let seek = |step| Command::Playback(PlaybackCommand::Seek(Playhead::at(step)));
        // A page that is open keeps the chapter behind it still.
        if self.panel.0.is_some() {
            return match key {
                Key::Escape => Some(Command::Show(None)),
                _ => self.page_of(key, repeat),
            };
        }
        let command = match key {
            Key::ArrowRight | Key::PageDown => {
                step_phase(true, &self.step, &self.playback, chapter, &self.programme)
            }
            Key::ArrowLeft | Key::PageUp => {
                step_phase(false, &self.step, &self.playback, chapter, &self.programme)
            }
            Key::ArrowDown => step_sample(true, &self.step),
            Key::ArrowUp => step_sample(false, &self.step),
            Key::Home => seek(0),
            Key::End => seek(timeline.last()),
            Key::Escape if self.hand.explained.is_some() => Command::Explain(None),
            // What follows does something else each time: a key held down must not flicker.
            _ if repeat => return None,
            Key::Space => Command::Playback(if self.playback.motion == Motion::Rest {
                PlaybackCommand::Play
            } else {
                PlaybackCommand::Pause
            }),
            Key::Backspace => Command::UndoGuess,
            Key::Character(text) => match text.to_lowercase().as_str() {
                "+" | "=" => Command::Playback(PlaybackCommand::Faster),
                "-" | "\u{2212}" => Command::Playback(PlaybackCommand::Slower),
                "r" => Command::Playback(PlaybackCommand::Direct(match self.playback.direction {
                    Direction::Forward => Direction::Backward,
                    Direction::Backward => Direction::Forward,
                })),
                "n" => Command::GoToChapter(self.programme.next(chapter)?),
                "p" => Command::GoToChapter(self.programme.previous(chapter)?),
                "f" => Command::Guess(false),
                "j" => Command::Guess(true),
                _ => return self.page_of(key, repeat),
            },
            _ => return self.page_of(key, repeat),
        };
        Some(command)
    }

    /// The keys that open and close pages, fill the screen, and change the language.
    fn page_of(&self, key: &Key, repeat: bool) -> Option<Command> {
        if repeat {
            return None;
        }
        let panel = match key {
            Key::F11 => return Some(Command::ToggleFullscreen),
            Key::Character(text) => match text.to_lowercase().as_str() {
                "h" | "?" => Panel::Help,
                "c" => Panel::Chapters,
                "a" => Panel::Appearance,
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
    use crate::chapter::CHAPTERS;

    #[test]
    fn a_digit_goes_at_once_and_a_number_beyond_the_last_chapter_nowhere() {
        let programme = Programme::default();
        let go =
            |digit, typed: &mut TypedDigit, now| chapter_of_digit(digit, typed, now, &programme);
        let mut typed = TypedDigit::default();
        assert_eq!(go(2, &mut typed, 0.0), Some(Command::GoToChapter(1)));
        assert_eq!(go(3, &mut typed, 0.5), Some(Command::GoToChapter(2)));
        assert_eq!(go(0, &mut typed, 5.0), None);
        let last = CHAPTERS.len();
        assert_eq!(go(last / 10, &mut typed, 9.0), Some(Command::GoToChapter(0)));
        assert_eq!(go(last % 10, &mut typed, 9.5), Some(Command::GoToChapter(last - 1)));
        // A number beyond the last chapter is taken for its last digit.
        assert_eq!(go(9, &mut typed, 20.0), Some(Command::GoToChapter(8)));
        assert_eq!(go(9, &mut typed, 20.5), Some(Command::GoToChapter(8)));
    }
}
