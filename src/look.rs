//! What the exhibit looks like: themes and palettes as data, and the colours in force.

mod contrast;

use bevy::color::{Mix, Srgba};
use bevy::prelude::Resource;
use serde::{Deserialize, Deserializer};

use crate::files::{FileError, Files};

pub use contrast::faults;

/// Grounds, texts and lines: a file of `assets/themes`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Whether the ground is dark.
    pub dark: bool,
    /// Behind everything.
    #[serde(deserialize_with = "colour")]
    pub ground: Srgba,
    /// Of panels and buttons.
    #[serde(deserialize_with = "colour")]
    pub raised: Srgba,
    /// Lines that divide.
    #[serde(deserialize_with = "colour")]
    pub hairline: Srgba,
    /// Words that matter.
    #[serde(deserialize_with = "colour")]
    pub text: Srgba,
    /// Words that can wait.
    #[serde(deserialize_with = "colour")]
    pub muted: Srgba,
    /// The decision boundary, and nothing else.
    #[serde(deserialize_with = "colour")]
    pub boundary: Srgba,
    /// Text on the boundary's colour.
    #[serde(deserialize_with = "colour")]
    pub on_boundary: Srgba,
    /// Errors and updates.
    #[serde(deserialize_with = "colour")]
    pub error: Srgba,
    /// What has no class yet.
    #[serde(deserialize_with = "colour")]
    pub unknown: Srgba,
    /// The card that a barcode is printed on.
    #[serde(deserialize_with = "colour")]
    pub card: Srgba,
    /// What a barcode of unknown class is printed in.
    #[serde(deserialize_with = "colour")]
    pub ink: Srgba,
    /// How strong shadows are, 0 to 1.
    pub shadow: f32,
}

/// The colours of the two classes: a file of `assets/palettes`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Class false.
    pub class_false: ClassColour,
    /// Class true.
    pub class_true: ClassColour,
}

/// One class's colour on light and on dark grounds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassColour {
    /// Key of the colour's name in the locale.
    pub name: String,
    /// On light grounds.
    #[serde(deserialize_with = "colour")]
    pub light: Srgba,
    /// On dark grounds.
    #[serde(deserialize_with = "colour")]
    pub dark: Srgba,
    /// Of text on `light`.
    #[serde(deserialize_with = "colour")]
    pub on_light: Srgba,
    /// Of text on `dark`.
    #[serde(deserialize_with = "colour")]
    pub on_dark: Srgba,
}

fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Srgba, D::Error> {
    let text = String::deserialize(deserializer)?;
    Srgba::hex(&text).map_err(|_| {
        serde::de::Error::custom(format!("expected a colour such as \"#1769B5\", found {text:?}"))
    })
}

/// The colours in force: one theme with one palette.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Look {
    /// Grounds, texts and lines.
    pub theme: Theme,
    /// The two classes.
    pub palette: Palette,
}

impl Look {
    /// The look of a theme and a palette, by the names of their files.
    ///
    /// # Errors
    /// There is no such file, or it is not as it should be; the error says where.
    pub fn load(files: &Files, theme: &str, palette: &str) -> Result<Self, FileError> {
        Ok(Self {
            theme: read(files, &format!("themes/{theme}.toml"))?,
            palette: read(files, &format!("palettes/{palette}.toml"))?,
        })
    }

    /// A class's colour on the theme's ground.
    #[must_use]
    pub fn class(&self, label: bool) -> Srgba {
        let class = self.class_colour(label);
        if self.theme.dark { class.dark } else { class.light }
    }

    /// Of text on [`Self::class`].
    #[must_use]
    pub fn on_class(&self, label: bool) -> Srgba {
        let class = self.class_colour(label);
        if self.theme.dark { class.on_dark } else { class.on_light }
    }

    /// A class's colour printed on a card, which is light in every theme.
    #[must_use]
    pub fn class_on_card(&self, label: bool) -> Srgba {
        self.class_colour(label).light
    }

    /// Key of the name of a class's colour in the locale.
    #[must_use]
    pub fn class_name(&self, label: bool) -> &str {
        &self.class_colour(label).name
    }

    fn class_colour(&self, label: bool) -> &ClassColour {
        if label { &self.palette.class_true } else { &self.palette.class_false }
    }

    /// A colour part of the way from the ground: for tints behind other things.
    #[must_use]
    pub fn tint(&self, colour: Srgba, strength: f32) -> Srgba {
        self.theme.ground.mix(&colour, strength)
    }
}

fn read<T: serde::de::DeserializeOwned>(files: &Files, path: &str) -> Result<T, FileError> {
    toml::from_str(&files.text(path)?).map_err(|error| FileError::new(path, error.to_string()))
}

/// The names of the files in a folder of looks, without their endings: what can be chosen.
#[must_use]
pub fn choices(files: &Files, folder: &str) -> Vec<String> {
    files
        .in_folder(folder)
        .iter()
        .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".toml"))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_colour_is_named_with_its_file_and_line() {
        let path = "palettes/safe.toml";
        let text = Files::default().text(path).expect("shipped").replace("#B85300", "orange");
        let files = Files::with_overrides([(path.to_owned(), text.into_bytes())].into());
        let error = Look::load(&files, "paper", "safe").expect_err("a bad colour").to_string();
        assert!(error.contains(path) && error.contains("line 6"), "{error}");
        assert!(error.contains("expected a colour such as"), "{error}");
        assert!(Look::load(&files, "dusk", "safe").is_err());
    }
}
