//! The look of the exhibit: themes and palettes as data, and the current colours.

mod contrast;

use bevy_color::{Mix, Srgba};
use bevy_ecs::resource::Resource;
use serde::{Deserialize, Deserializer};

use crate::files::{self, FileError, Files};
use crate::limits::COLOUR_NAME_CHARACTERS;
use crate::printable::is_name;

pub use contrast::faults;

/// A theme: the colours of grounds, texts and lines. A file of `assets/themes`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Whether the ground is dark.
    pub dark: bool,
    /// The ground behind everything.
    #[serde(deserialize_with = "colour")]
    pub ground: Srgba,
    /// The ground of panels and buttons.
    #[serde(deserialize_with = "colour")]
    pub raised: Srgba,
    /// Dividing lines.
    #[serde(deserialize_with = "colour")]
    pub hairline: Srgba,
    /// Important text.
    #[serde(deserialize_with = "colour")]
    pub text: Srgba,
    /// Less important text.
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
    /// Things without a class yet.
    #[serde(deserialize_with = "colour")]
    pub unknown: Srgba,
    /// The card that a barcode is printed on.
    #[serde(deserialize_with = "colour")]
    pub card: Srgba,
    /// The ink of a barcode whose class is unknown.
    #[serde(deserialize_with = "colour")]
    pub ink: Srgba,
    /// The strength of shadows, 0 to 1.
    #[serde(deserialize_with = "strength")]
    pub shadow: f32,
}

/// A palette: the colours of the two classes. A file of `assets/palettes`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// The colour of class false.
    pub class_false: ClassColour,
    /// The colour of class true.
    pub class_true: ClassColour,
}

/// The colour of one class on light and on dark grounds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassColour {
    /// The key of the colour's name in the locale.
    #[serde(deserialize_with = "name")]
    pub name: String,
    /// The colour on light grounds.
    #[serde(deserialize_with = "colour")]
    pub light: Srgba,
    /// The colour on dark grounds.
    #[serde(deserialize_with = "colour")]
    pub dark: Srgba,
    /// The colour of text on `light`.
    #[serde(deserialize_with = "colour")]
    pub on_light: Srgba,
    /// The colour of text on `dark`.
    #[serde(deserialize_with = "colour")]
    pub on_dark: Srgba,
}

fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Srgba, D::Error> {
    let text = String::deserialize(deserializer)?;
    let digits = text.strip_prefix('#').unwrap_or(&text);
    // Colours are never transparent: the colour behind would change their contrast.
    let is_colour = matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    Srgba::hex(digits).ok().filter(|_| is_colour).ok_or_else(|| {
        let found = shortened(&text);
        serde::de::Error::custom(format!("expected a colour such as \"#1769B5\", found {found:?}"))
    })
}

/// Reads the strength of shadows.
fn strength<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    let number = f64::deserialize(deserializer)?;
    if (0.0..=1.0).contains(&number) {
        return Ok(number as f32);
    }
    Err(serde::de::Error::custom(format!("expected a number from 0 to 1, found {number}")))
}

/// Reads the key of a colour's name.
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

/// Shortens a text to its first characters, for messages.
fn shortened(text: &str) -> String {
    shortened_to(text, 40)
}

fn shortened_to(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The current colours: one theme and one palette.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Look {
    /// The colours of grounds, texts and lines.
    pub theme: Theme,
    /// The colours of the two classes.
    pub palette: Palette,
}

impl Look {
    /// Reads a theme and a palette, given the names of their files.
    ///
    /// # Errors
    /// A file is missing or invalid. The error says where.
    pub fn load(files: &Files, theme: &str, palette: &str) -> Result<Self, FileError> {
        Ok(Self {
            theme: read(files, &format!("themes/{theme}.toml"))?,
            palette: read(files, &format!("palettes/{palette}.toml"))?,
        })
    }

    /// The colour of a class on the theme's ground.
    #[must_use]
    pub fn class(&self, label: bool) -> Srgba {
        let class = self.class_colour(label);
        if self.theme.dark { class.dark } else { class.light }
    }

    /// The colour of text on [`Self::class`].
    #[must_use]
    pub fn on_class(&self, label: bool) -> Srgba {
        let class = self.class_colour(label);
        if self.theme.dark { class.on_dark } else { class.on_light }
    }

    /// The colour of a class on a card. Cards are light in every theme.
    #[must_use]
    pub fn class_on_card(&self, label: bool) -> Srgba {
        self.class_colour(label).light
    }

    /// The key of the class colour's name in the locale.
    #[must_use]
    pub fn class_name(&self, label: bool) -> &str {
        &self.class_colour(label).name
    }

    fn class_colour(&self, label: bool) -> &ClassColour {
        if label { &self.palette.class_true } else { &self.palette.class_false }
    }

    /// A mix of the ground and a colour, for tints behind other things. `strength` is the part of the colour.
    #[must_use]
    pub fn tint(&self, colour: Srgba, strength: f32) -> Srgba {
        self.theme.ground.mix(&colour, strength)
    }
}

fn read<T: serde::de::DeserializeOwned>(files: &Files, path: &str) -> Result<T, FileError> {
    let text = files.text(path)?;
    toml::from_str(&text).map_err(|error| {
        // The text of the error itself contains the whole line, however long, so it is not used.
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let before = text.get(..at).unwrap_or_default();
        let line = 1 + before.matches('\n').count();
        let field = text.lines().nth(line - 1).and_then(|line| line.split_once('='));
        let field =
            field.map_or(String::new(), |(field, _)| format!(", {}", shortened(field.trim())));
        FileError::new(path, format!("line {line}{field}: {}", shortened_to(error.message(), 300)))
    })
}

/// Themes and palettes, each with the name of its file.
pub type All = (Vec<(String, Theme)>, Vec<(String, Palette)>);

/// Reads all themes and all palettes.
///
/// # Errors
/// A theme or a palette is invalid. The error says where.
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

/// The names of the files in a folder of themes or palettes, without their endings: the available choices.
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
    fn the_error_about_a_bad_colour_names_its_file_and_line() {
        let path = "palettes/safe.toml";
        let text = Files::default().text(path).expect("shipped").replace("#B85300", "orange");
        let files = Files::with_overrides([(path.to_owned(), text.into_bytes())].into());
        let error = Look::load(&files, "paper", "safe").expect_err("a bad colour").to_string();
        assert!(error.contains(path) && error.contains("line 6"), "{error}");
        assert!(error.contains("expected a colour such as"), "{error}");
        assert!(Look::load(&files, "dusk", "safe").is_err());
    }

    #[test]
    fn invalid_values_in_themes_and_palettes_are_refused_with_their_line_and_field() {
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
        // The error about an unknown field fits on one line, and contains no control characters.
        let field = format!("\"\u{200f}{}\" = 1\ndark", "x".repeat(5000));
        let error = refused(theme, "dark", &field);
        assert!(error.len() < 1000 && !error.contains(learning::text::is_control), "{error}");
    }

    #[test]
    fn themes_with_a_byte_order_mark_are_read_and_left_over_files_are_ignored() {
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
