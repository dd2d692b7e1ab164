//! Names of the data that cannot be shown.

use super::Material;
use content::fonts::Lettering;

/// The most characters of a name that are told.
const TOLD: usize = 40;

/// Empties the names of classes and features that the fonts cannot draw, so that classes are called by
/// their colours and features by the exhibit's own names. Returns a sentence for each.
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
            (classes, "class", "it is called by its colour"),
            (features, "column", "it is called by the exhibit's own name"),
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
    // Both sets of XOR may be of one file.
    told.sort();
    told.dedup();
    told
}
