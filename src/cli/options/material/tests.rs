//! The data and the machines that options ask for.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use super::*;
use clap::Parser;
use exhibit::experiment::Material;
use exhibit::experiment::Subject;
use learning::Origin;
use learning::dataset::xor::{self, Spread};
use learning::learner::backpropagation::Rule;
use std::fs;
use tempfile::TempDir;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    arguments: MaterialArguments,
}

fn material(subject: Subject, options: &[&str]) -> Result<Material> {
    let command = Command::try_parse_from(["run"].iter().chain(options)).unwrap();
    command.arguments.material(subject, &Files::default())
}

fn usage_error(subject: Subject, options: &[&str]) -> String {
    let error = material(subject, options).err().unwrap();
    assert!(error.is::<UsageError>(), "{error}");
    error.to_string()
}

/// A folder with a table of barcodes and one of rectangles, and their names.
fn tables() -> (TempDir, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let names = [
        ("codes.csv", "code,label\n1,a\n101,b\n"),
        ("sides.csv", "width,height,label\n1,2,a\n2,1,b\n"),
    ]
    .map(|(file, table)| {
        let path = folder.path().join(file);
        fs::write(&path, table).unwrap();
        path.to_str().unwrap().to_owned()
    });
    (folder, names)
}

#[test]
fn the_defaults_are_the_notebooks() {
    let material = material(Subject::Barcodes, &[]).unwrap();
    assert_eq!(material.barcodes.origin, Origin::Notebook);
    assert_eq!(material.rectangles.origin, Origin::Notebook);
    assert_eq!(material.threshold, Threshold::default());
    assert_eq!(material.perceptron, PerceptronChoice::default());
    assert_eq!(material.xor_clean.origin, Origin::Notebook);
    assert_eq!(material.xor.origin, Origin::Notebook);
    assert_eq!(material.mlp, Mlp::default());
}

#[test]
fn a_file_is_for_the_chapters_that_it_fits() {
    let (_folder, [codes, sides]) = tables();
    let origins = |options: &[&str]| {
        let material = material(Subject::Barcodes, options).unwrap();
        [material.barcodes.origin, material.rectangles.origin]
    };
    let (of_codes, of_sides) = (Origin::File(codes.clone()), Origin::File(sides.clone()));
    let seeded = Origin::Generated(7);
    assert_eq!(origins(&["--dataset", "generated:7"]), [seeded.clone(), seeded.clone()]);
    assert_eq!(origins(&["--dataset", &codes]), [of_codes.clone(), Origin::Notebook]);
    assert_eq!(
        origins(&["--dataset", &sides, "--dataset", "generated:7"]),
        [seeded, of_sides.clone()]
    );
    assert_eq!(origins(&["--dataset", &sides, "--dataset", &codes]), [of_codes, of_sides]);
}

#[test]
fn a_file_of_rectangles_is_for_xor_if_the_first_chapter_is_about_xor() {
    let (_folder, [codes, sides]) = tables();
    let of_sides = Origin::File(sides.clone());
    for subject in [Subject::XorClean, Subject::Xor] {
        let origins = |options: &[&str]| {
            let Material { barcodes, rectangles, xor_clean, xor, .. } =
                material(subject, options).unwrap();
            [barcodes.origin, rectangles.origin, xor_clean.origin, xor.origin]
        };
        let of_codes = Origin::File(codes.clone());
        assert_eq!(
            origins(&["--dataset", &sides, "--dataset", &codes]),
            [of_codes, Origin::Notebook, of_sides.clone(), of_sides.clone()]
        );
        let seeded = Origin::Generated(7);
        let options = ["--dataset", &sides, "--columns", "height,width,label"];
        assert_eq!(
            origins(&[&options[..], &["--dataset", "generated:7"]].concat()),
            [seeded.clone(), seeded.clone(), of_sides.clone(), of_sides.clone()]
        );
        let xor = material(subject, &options).unwrap().xor;
        assert_eq!(xor.samples[0].rectangles[0].features(), [2.0, 1.0]);
        let problem = usage_error(subject, &["--dataset", &sides, "--dataset", &sides]);
        assert!(problem.contains("expected one data set for the chapters about XOR, found"));
        let problem = usage_error(subject, &["--columns", "a,b,c"]);
        assert!(problem.starts_with("--columns: expected a CSV file after"), "{problem}");
    }
    let material = material(Subject::Rectangles, &["--dataset", &sides]).unwrap();
    assert_eq!(material.rectangles.origin, of_sides);
    assert_eq!([material.xor_clean.origin, material.xor.origin], [const { Origin::Notebook }; 2]);
}

#[test]
fn generated_xor_rectangles_to_look_at_lie_further_apart_than_those_to_learn_from() {
    let material = material(Subject::Barcodes, &["--dataset", "generated:7"]).unwrap();
    assert_eq!(material.xor_clean, xor::generate(7, Spread::CLEAN));
    assert_eq!(material.xor, xor::generate(7, Spread::NOISY));
}

#[test]
fn a_file_is_for_rectangles_if_columns_say_so_and_must_fit_something() {
    let (folder, [codes, _]) = tables();
    let by_columns = ["--dataset", &codes, "--columns", "code,code2,label"];
    let error = material(Subject::Barcodes, &by_columns).err().unwrap().to_string();
    assert!(error.contains("column \"code2\": missing"), "{error}");
    let neither = folder.path().join("neither.csv");
    fs::write(&neither, "length,species\n1,a\n").unwrap();
    let options = ["--dataset", neither.to_str().unwrap()];
    let error = material(Subject::Barcodes, &options).err().unwrap().to_string();
    assert!(error.contains("neither.csv, line 1: expected the header code,label or"), "{error}");
}

#[test]
fn two_data_sets_for_the_same_chapters_are_refused() {
    let (_folder, [codes, sides]) = tables();
    for (options, expected) in [
        (vec!["--dataset", "notebook", "--dataset", "generated:7"], "all chapters"),
        (vec!["--dataset", &codes, "--dataset", &codes], "the chapters about barcodes"),
        (vec!["--dataset", &sides, "--dataset", &sides], "the chapters about rectangles"),
        (
            vec!["--dataset", &codes, "--dataset", &sides, "--columns", "width,height,label"],
            "the chapters about rectangles",
        ),
    ] {
        let problem = usage_error(Subject::Barcodes, &options);
        let (first, second) = (options[1], options[3]);
        let expected =
            format!("--dataset: expected one data set for {expected}, found {first} and {second}");
        assert_eq!(problem, expected);
    }
}

#[test]
fn columns_are_those_of_a_file() {
    let problem = usage_error(Subject::Rectangles, &["--columns", "a,b,c"]);
    assert_eq!(problem, "--columns: expected a CSV file after --dataset, found notebook");
}

#[test]
fn the_learning_rate_is_that_of_the_chapter_shown_first() {
    let rates = |subject: Subject| {
        let material = material(subject, &["--learning-rate", "0.5"]).unwrap();
        let Material { threshold, perceptron, mlp, .. } = material;
        [threshold.learning_rate, perceptron.learning_rate, mlp.learning_rate]
            .map(LearningRate::value)
    };
    assert_eq!(rates(Subject::Barcodes), [0.5, 1.0, 0.01]);
    assert_eq!(rates(Subject::Rectangles), [0.3, 0.5, 0.01]);
    assert_eq!(rates(Subject::Xor), [0.3, 1.0, 0.5]);
    let problem = usage_error(Subject::Walkthrough, &["--learning-rate", "0.5"]);
    assert!(problem.contains("always learns at the rate 1"), "{problem}");
}

#[test]
fn options_choose_the_machines() {
    let options = ["--use-datapoints", "false", "--initial-weights=-1,2"];
    let perceptron = material(Subject::Barcodes, &options).unwrap().perceptron;
    assert!(!perceptron.use_datapoints);
    assert_eq!(perceptron.initial_weights, Some([-1.0, 2.0]));
    for (name, rule) in [("notebook", Rule::Notebook), ("gradient", Rule::Gradient)] {
        assert_eq!(material(Subject::Xor, &["--rule", name]).unwrap().mlp.rule, rule);
    }
}
