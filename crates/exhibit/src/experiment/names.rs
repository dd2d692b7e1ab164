//! Names in the data that cannot be shown.

use super::Material;
use content::fonts::Lettering;

/// The most characters of a name that a message shows.
const TOLD: usize = 40;

/// Empties the names of classes and features that the fonts cannot draw. The exhibit then calls classes by
/// their colours, and features by its own names. Returns a sentence for each name.
pub fn drop_unreadable(material: &mut Material, lettering: &Lettering) -> Vec<String> {
    let Material { barcodes, rectangles, xor_clean, xor, .. } = material;
    let sets = [
        (barcodes.origin.to_string(), &mut barcodes.class_names, &mut barcodes.feature_names),
        (rectangles.origin.to_string(), &mut rectangles.class_names, &mut rectangles.feature_names),
        (xor_clean.origin.to_string(), &mut xor_clean.class_names, &mut xor_clean.feature_names),
        (xor.origin.to_string(), &mut xor.class_names, &mut xor.feature_names),
    ];
    let mut told = Vec::new();
    for (origin, classes, features) in sets {
        for (names, what, instead) in [
            (classes, "class", "the exhibit calls it by its colour"),
            (features, "column", "the exhibit uses its own name for it"),
        ] {
            for name in names.iter_mut().flatten() {
                let Some(why) = lettering.why_not(name) else { continue };
                let shown: String = name.chars().take(TOLD).collect();
                let more = if shown.len() < name.len() { "…" } else { "" };
                told.push(format!("data {origin}: {what} {shown:?}{more}: {why}; {instead}"));
                name.clear();
            }
        }
    }
    // Both XOR data sets may come from one file.
    told.sort();
    told.dedup();
    told
}
