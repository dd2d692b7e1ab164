//! How the exhibit presents itself: everything that a visitor may switch live.

use bevy_ecs::resource::Resource;

use content::words::DEFAULT_LANGUAGE;

pub use content::limits::{DWELLS, TEXT_SCALES};

/// How much one press of "larger" adds.
pub const TEXT_SCALE_STEP: f32 = 0.1;

/// The theme where nothing else is said.
pub const THEME: &str = "paper";
/// The theme of a kiosk where nothing else is said: galleries are dark.
pub const KIOSK_THEME: &str = "night";

/// The presentation in force.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Settings {
    /// Name of a file of `assets/themes`.
    pub theme: String,
    /// Name of a file of `assets/palettes`.
    pub palette: String,
    /// Magnification of all type, within [`TEXT_SCALES`].
    pub text_scale: f32,
    /// Whether things jump to where they would move.
    pub reduced_motion: bool,
    /// Whether a decision region is shaded by how sure the machine is.
    pub confidence: bool,
    /// Name of a folder of `assets/locales`.
    pub language: String,
    /// How the exhibit is used by those who have a switch or two in place of a keyboard.
    pub switches: Switches,
    /// Where one switch does it all: how many seconds each control is offered, within [`DWELLS`].
    pub dwell: f32,
}

/// How many switches there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switches {
    /// None: keys are what they are.
    #[default]
    Off,
    /// Space goes to the next control, Enter uses it.
    Two,
    /// The focus goes from control to control by itself; Space or Enter uses the one that has it.
    One,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: THEME.to_owned(),
            palette: "safe".to_owned(),
            text_scale: 1.0,
            reduced_motion: false,
            confidence: false,
            language: DEFAULT_LANGUAGE.to_owned(),
            switches: Switches::default(),
            dwell: 1.5,
        }
    }
}

/// One thing to switch.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Name of a file of `assets/themes`.
    Theme(String),
    /// Name of a file of `assets/palettes`.
    Palette(String),
    /// Magnification of all type.
    TextScale(f32),
    /// Whether things jump to where they would move.
    ReducedMotion(bool),
    /// Whether a decision region is shaded by how sure the machine is.
    Confidence(bool),
    /// Name of a folder of `assets/locales`.
    Language(String),
    /// How many switches there are.
    Switches(Switches),
}

impl Settings {
    /// Switches one thing.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(name) => self.theme = name,
            Setting::Palette(name) => self.palette = name,
            Setting::TextScale(scale) if scale.is_nan() => {}
            Setting::TextScale(scale) => {
                // In whole steps, so that the fonts' atlases see few sizes.
                let whole = (scale / TEXT_SCALE_STEP).round() * TEXT_SCALE_STEP;
                self.text_scale = whole.clamp(*TEXT_SCALES.start(), *TEXT_SCALES.end());
            }
            Setting::ReducedMotion(reduced) => self.reduced_motion = reduced,
            Setting::Confidence(shown) => self.confidence = shown,
            Setting::Language(name) => self.language = name,
            Setting::Switches(switches) => self.switches = switches,
        }
    }
}
