//! What the exhibit looks like: themes and palettes as data, and the colours in force.

mod contrast;

use bevy_color::{Mix, Srgba};
use bevy_ecs::resource::Resource;
use serde::{Deserialize, Deserializer};

use crate::files::{self, FileError, Files};
use crate::limits::COLOUR_NAME_CHARACTERS;
use crate::printable::is_name;

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
    #[serde(deserialize_with = "strength")]
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
    #[serde(deserialize_with = "name")]
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
    let digits = text.strip_prefix('#').unwrap_or(&text);
    // No colour can be seen through: what lies behind would change its contrast.
    let is_colour = matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    Srgba::hex(digits).ok().filter(|_| is_colour).ok_or_else(|| {
        let found = shortened(&text);
        serde::de::Error::custom(format!("expected a colour such as \"#1769B5\", found {found:?}"))
    })
}

/// How strong shadows are.
fn strength<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    let number = f64::deserialize(deserializer)?;
    if (0.0..=1.0).contains(&number) {
        return Ok(number as f32);
    }
    Err(serde::de::Error::custom(format!("expected a number from 0 to 1, found {number}")))
}

/// The key of a colour's name.
fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_name(&text, COLOUR_NAME_CHARACTERS) {
        return Ok(text);
    }
    let found = shortened(&text);
    Err(serde::de::Error::custom(format!(
        "expected the key of a colour's name, of 1 to {COLOUR_NAME_CHARACTERS} printable characters, found {found:?}"
    )))
}

/// The first characters of a text, for messages.
fn shortened(text: &str) -> String {
    shortened_to(text, 40)
}

fn shortened_to(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
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
    /// Returns an error that says where if the file is missing or invalid.
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
    let text = files.text(path)?;
    toml::from_str(&text).map_err(|error| {
        // Not the error's own text, which has the whole line in it, however long.
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let before = text.get(..at).unwrap_or_default();
        let line = 1 + before.matches('\n').count();
        let field = text.lines().nth(line - 1).and_then(|line| line.split_once('='));
        let field =
            field.map_or(String::new(), |(field, _)| format!(", {}", shortened(field.trim())));
        FileError::new(path, format!("line {line}{field}: {}", shortened_to(error.message(), 300)))
    })
}

/// Themes and palettes, each by the name of its file.
pub type All = (Vec<(String, Theme)>, Vec<(String, Palette)>);

/// All themes and all palettes there are.
///
/// # Errors
/// Returns an error that says where if one is invalid.
pub fn all(files: &Files) -> Result<All, FileError> {
    Ok((all_of(files, "themes")?, all_of(files, "palettes")?))
}

fn all_of<T: serde::de::DeserializeOwned>(
    files: &Files,
    folder: &str,
) -> Result<Vec<(String, T)>, FileError> {
    let named = |name: String| Ok((name.clone(), read(files, &format!("{folder}/{name}.toml"))?));
    choices(files, folder).into_iter().map(named).collect()
}

/// The names of the files in a folder of looks, without their endings: what can be chosen.
#[must_use]
pub fn choices(files: &Files, folder: &str) -> Vec<String> {
    files
        .in_folder(folder)
        .iter()
        .filter(|path| files::kind(path).is_ok())
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

    #[test]
    fn what_no_theme_or_palette_can_be_is_refused_with_its_line_and_field() {
        let refused = |path: &str, old: &str, new: &str| {
            let text = Files::default().text(path).expect("shipped");
            assert!(text.contains(old), "{old}");
            let text = text.replacen(old, new, 1);
            let files = Files::with_overrides([(path.to_owned(), text.into_bytes())].into());
            Look::load(&files, "night", "safe").expect_err(new).to_string()
        };
        let theme = "themes/night.toml";
        for number in ["nan", "inf", "-inf", "-0.1", "1.1", "1e300", "-1e-300"] {
            let error = refused(theme, "shadow = 0.55", &format!("shadow = {number}"));
            assert!(error.contains("line 17, shadow: expected a number from 0 to 1"), "{error}");
        }
        for colour in ["#0D12200F", "#0D12", "", "#", "+12345", "#0D122é", "0D1220 "] {
            let error = refused(theme, "\"#0D1220\"", &format!("{colour:?}"));
            assert!(error.contains("line 3, ground: expected a colour such as"), "{error}");
        }
        let long = format!("\"{}\"", "é".repeat(100_000));
        let deep = format!("ground = {}", "[".repeat(100_000));
        for text in [format!("ground = {long}"), format!("{deep}\nx"), format!("{} = 1", &long)] {
            let error = refused(theme, "ground = \"#0D1220\"", &text);
            assert!(error.contains("line 3") && error.len() < 1000, "{error}");
        }
        let error = refused(theme, "dark", &"#".repeat(crate::limits::TEXT_BYTES));
        assert!(error.contains("expected at most 1048576 bytes"), "{error}");
        let error =
            refused("palettes/safe.toml", "name = \"", &format!("name = \"{}", "x".repeat(65)));
        assert!(error.contains("name: expected the key of a colour's name, of 1 to 64"), "{error}");
        for control in ["\\n", "\\u001b", "\\u200f", " "] {
            let name = format!("name = \"{control}\"");
            let error = refused("palettes/safe.toml", "name = \"colour-orange\"", &name);
            assert!(error.contains("name: expected the key of a colour's name"), "{error}");
        }
        // A name that no field has is told of in one line, and harms no terminal.
        let field = format!("\"\u{200f}{}\" = 1\ndark", "x".repeat(5000));
        let error = refused(theme, "dark", &field);
        assert!(error.len() < 1000 && !error.contains(learning::text::is_control), "{error}");
    }

    #[test]
    fn themes_with_a_byte_order_mark_are_read_and_left_overs_are_none() {
        let text = Files::default().text("themes/night.toml").expect("shipped");
        let with = |path: &str| (path.to_owned(), format!("\u{FEFF}{text}").into_bytes());
        let files = Files::with_overrides(
            [with("themes/dusk.toml"), with("themes/._dusk.toml"), with("themes/dusk.toml~")]
                .into(),
        );
        assert_eq!(choices(&files, "themes"), ["dusk", "night", "paper"]);
        assert!(Look::load(&files, "dusk", "safe").is_ok());
    }
}
