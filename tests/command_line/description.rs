//! Descriptions of moments in words: `snapshot --describe`.

use crate::program::{code, run};

#[test]
fn moments_are_described_without_a_picture() {
    let output = run(&["snapshot", "--chapter", "4", "--steps", "172..176", "--describe"]);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 4, "{text}");
    for (paragraph, phase) in paragraphs.iter().zip(["Look", "Predict", "Reveal", "Update"]) {
        assert!(paragraph.starts_with("Chapter 4 of 17: The threshold learns."), "{paragraph}");
        assert!(paragraph.contains("sample 44 of 254"), "{paragraph}");
        assert!(paragraph.contains(&format!("phase {phase}")), "{paragraph}");
        assert!(!paragraph.contains(['<', '{', '\u{2212}']), "{paragraph}");
    }
}

#[test]
fn a_snapshot_needs_a_picture_or_a_description() {
    let output = run(&["snapshot", "--chapter", "4", "--step", "5"]);
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("--out"));
}

#[test]
fn bad_values_of_switches_and_dwell_are_refused() {
    for bad in [["--switches", "three"], ["--dwell", "0.1"], ["--dwell", "-1"]] {
        let arguments = [&["snapshot", "--chapter", "1", "--step", "0", "--describe"], &bad[..]];
        let output = run(&arguments.concat());
        assert_eq!(code(&output), 2, "{bad:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains("expected"), "{message}");
    }
}
