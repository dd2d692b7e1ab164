//! Computes whether a look is legible, and whether everyone can tell its classes apart. Looks are data, so
//! nobody can check this in advance.

use bevy_color::{LinearRgba, Srgba};

use super::Look;

/// The minimum contrast of text with its ground (WCAG 2.2, 1.4.3).
const TEXT: f32 = 4.5;
/// The minimum contrast of large text and of drawings with their ground (1.4.3 and 1.4.11).
const DRAWN: f32 = 3.0;
/// The minimum difference between the classes' colours (CIE 1976, in L*a*b*), for every kind of colour vision.
const TOLD_APART: f32 = 20.0;

/// Kinds of colour vision, as matrices on linear red, green and blue (Machado, Oliveira and Fernandes,
/// "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009; severity 1).
const SEEN: [(&str, [[f32; 3]; 3]); 4] = [
    ("all colours", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
fn contrast(one: Srgba, other: Srgba) -> f32 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The faults of a look: contrasts that are too low, and classes that not everyone can tell apart. Each is a
/// sentence with the value found and the minimum.
#[must_use]
pub fn faults(look: &Look) -> Vec<String> {
    let weak = pairs(look).into_iter().filter_map(|(what, ink, ground, least)| {
        let found = contrast(ink, ground);
        (found < least).then(|| format!("{what} has a contrast of {found:.2} : 1, not {least}"))
    });
    let alike = SEEN.iter().filter_map(|(how, matrix)| {
        let seen = |colour| times(*matrix, linear(colour)).map(|part| part.clamp(0.0, 1.0));
        let apart = |[one, other]: [Srgba; 2]| difference(seen(one), seen(other));
        let grounds =
            [[false, true].map(|l| look.class(l)), [false, true].map(|l| look.class_on_card(l))];
        let found = grounds.into_iter().map(apart).fold(f32::INFINITY, f32::min);
        (found < TOLD_APART)
            .then(|| format!("the classes differ by {found:.1}, not {TOLD_APART}, with {how}"))
    });
    weak.chain(alike).collect()
}

/// All pairs of a colour and the ground that it is drawn on, with their names and minimum contrasts.
fn pairs(look: &Look) -> Vec<(&'static str, Srgba, Srgba, f32)> {
    let theme = &look.theme;
    let class = |label| look.class(label);
    let grounds = [("ground", theme.ground), ("raised ground", theme.raised)];
    let mut pairs = vec![
        ("text on a pressed button", theme.text, theme.hairline, TEXT),
        ("the chosen one of several", theme.ground, theme.text, TEXT),
        ("a sign on the boundary's colour", theme.on_boundary, theme.boundary, TEXT),
        ("a barcode on its card", theme.ink, theme.card, TEXT),
        ("uncounted bars on their card", theme.unknown, theme.card, DRAWN),
    ];
    for (_, ground) in grounds {
        pairs.extend([
            ("text", theme.text, ground, TEXT),
            ("muted text", theme.muted, ground, TEXT),
            // Words about the boundary, about errors and about classes are drawn in these colours.
            ("the boundary", theme.boundary, ground, TEXT),
            ("an error", theme.error, ground, TEXT),
            ("what has no class", theme.unknown, ground, DRAWN),
            // The ring of the focus has the colour of text.
            ("the focus", theme.text, ground, DRAWN),
            ("class false", class(false), ground, TEXT),
            ("class true", class(true), ground, TEXT),
        ]);
    }
    for label in [false, true] {
        let own = class(label);
        pairs.extend([
            ("text on a class's colour", look.on_class(label), own, TEXT),
            ("a class on a card", look.class_on_card(label), theme.card, DRAWN),
            // The strongest tint of a ground anywhere: a pressed answer.
            ("text on a tinted ground", theme.text, look.tint(own, 0.34), TEXT),
            ("muted text on an answer", theme.muted, look.tint(own, 0.09), TEXT),
            ("the boundary on what it divides", theme.boundary, look.tint(own, 0.12), DRAWN),
            // If the machine's certainty shades a side, points have rings.
            ("a ring on the surest side", theme.text, look.tint(own, 0.42), DRAWN),
            ("a past point", look.tint(own, 0.8), theme.raised, DRAWN),
            ("a point on its own side", own, look.tint(own, 0.12), DRAWN),
            ("a point on the other side", own, look.tint(class(!label), 0.12), DRAWN),
            ("hatching on its pale ground", own, look.tint(own, 0.28), 2.0),
        ]);
    }
    pairs
}

fn linear(colour: Srgba) -> [f32; 3] {
    let LinearRgba { red, green, blue, .. } = colour.into();
    [red, green, blue]
}

fn lab(linear: [f32; 3]) -> [f32; 3] {
    const TO_XYZ: [[f32; 3]; 3] = [
        [0.412_456, 0.357_576, 0.180_437],
        [0.212_673, 0.715_152, 0.072_175],
        [0.019_334, 0.119_192, 0.950_304],
    ];
    const WHITE: [f32; 3] = [0.950_47, 1.0, 1.088_83];
    let [x, y, z] = std::array::from_fn(|row| {
        let part = times(TO_XYZ, linear)[row] / WHITE[row];
        if part > 216.0 / 24_389.0 { part.cbrt() } else { (24_389.0 / 27.0 * part + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn times(matrix: [[f32; 3]; 3], of: [f32; 3]) -> [f32; 3] {
    matrix.map(|row| row.iter().zip(of).map(|(part, of)| part * of).sum())
}

fn difference(one: [f32; 3], other: [f32; 3]) -> f32 {
    let [one, other] = [lab(one), lab(other)];
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::look::choices;

    #[test]
    fn every_shipped_look_has_no_faults() {
        let files = Files::default();
        let mut looks = 0;
        for theme in choices(&files, "themes") {
            for palette in choices(&files, "palettes") {
                let look = Look::load(&files, &theme, &palette).expect("a shipped look");
                assert_eq!(faults(&look), Vec::<String>::new(), "{theme} with {palette}");
                looks += 1;
            }
        }
        assert!(looks >= 6);
    }

    #[test]
    fn low_contrasts_and_classes_that_look_alike_are_found() {
        let mut look = Look::load(&Files::default(), "paper", "safe").expect("a shipped look");
        look.theme.muted = look.theme.ground;
        look.palette.class_false.light = look.palette.class_true.light;
        let faults = faults(&look);
        let is_found = |what: &str| faults.iter().any(|fault| fault.contains(what));
        assert!(is_found("muted text has a contrast of 1.00 : 1, not 4.5"), "{faults:?}");
        assert!(is_found("the classes differ by 0.0, not 20, with all colours"), "{faults:?}");
    }

    /// Compares the measures themselves with known values.
    #[test]
    fn black_and_white_have_the_greatest_contrast_and_difference() {
        assert!((contrast(Srgba::BLACK, Srgba::WHITE) - 21.0).abs() < 1e-3);
        assert!((difference(linear(Srgba::BLACK), linear(Srgba::WHITE)) - 100.0).abs() < 0.1);
        // The notebook's firebrick and an olive drab of similar lightness look alike with deuteranopia.
        let [red, green] =
            ["#B22222", "#557018"].map(|hex| linear(Srgba::hex(hex).expect("a colour")));
        let (_, deuteranopia) = SEEN[2];
        let found = difference(times(deuteranopia, red), times(deuteranopia, green));
        assert!(found < 5.0, "{found}");
    }
}
