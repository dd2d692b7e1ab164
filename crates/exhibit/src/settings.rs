//! How the exhibit presents itself: everything that a visitor can change while it runs.

use bevy_ecs::resource::Resource;

use content::words::DEFAULT_LANGUAGE;

pub use content::limits::{DWELLS, TEXT_SCALES};

/// How much one press of "larger" adds to the text scale.
pub const TEXT_SCALE_STEP: f32 = 0.1;

/// The default theme.
pub const THEME: &str = "paper";
/// The default theme of a kiosk. It is dark, because galleries are dark.
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
    /// Whether things jump to their places instead of moving there.
    pub reduced_motion: bool,
    /// Whether a decision region is shaded by how sure the machine is.
    pub confidence: bool,
    /// Name of a folder of `assets/locales`.
    pub language: String,
    /// How a visitor uses the exhibit with one or two switches in place of a keyboard.
    pub switches: Switches,
    /// With one switch: how many seconds each control is offered, within [`DWELLS`].
    pub dwell: f32,
}

/// How many switches a visitor uses in place of a keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switches {
    /// None: all keys have their usual meaning.
    #[default]
    Off,
    /// Space goes to the next control, Enter uses it.
    Two,
    /// The focus goes from control to control by itself. Space or Enter uses the control with the focus.
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

/// A change of one setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Name of a file of `assets/themes`.
    Theme(String),
    /// Name of a file of `assets/palettes`.
    Palette(String),
    /// Magnification of all type.
    TextScale(f32),
    /// Whether things jump to their places instead of moving there.
    ReducedMotion(bool),
    /// Whether a decision region is shaded by how sure the machine is.
    Confidence(bool),
    /// Name of a folder of `assets/locales`.
    Language(String),
    /// How many switches a visitor uses in place of a keyboard.
    Switches(Switches),
}

impl Settings {
    /// Changes one setting.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(name) => self.theme = name,
            Setting::Palette(name) => self.palette = name,
            Setting::TextScale(scale) if scale.is_nan() => {}
            Setting::TextScale(scale) => {
                // The scale is rounded to whole steps, so that the font atlases hold few sizes.
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
