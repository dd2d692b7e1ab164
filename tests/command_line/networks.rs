//! The commands about the network that learns XOR and about the autoencoder.

use std::fs;

use serde_json::{Value, json};

use crate::program::{assert_refused, success};

fn document(arguments: &[&str]) -> Value {
    serde_json::from_str(&success(arguments)).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

#[test]
fn the_notebooks_run_on_xor_is_written_as_json() {
    let text = success(&["trace", "xor"]);
    let start = concat!(
        r#"{"experiment":"xor","dataset":"notebook","learning_rate":0.01,"rule":"notebook","#,
        r#""initial":{"hidden_weights":[[6.0,3.0],[6.0,3.0]],"hidden_biases":[-7.0,-6.0],"#,
        r#""output_weights":[7.0,-7.0],"output_bias":-3.0},"steps":[{"label":true,"outputs":[0.85"#
    );
    assert!(text.starts_with(start), "{text}");
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document.get("region"), None);
    let steps = list(&document["steps"]);
    assert_eq!(steps.len(), 200);
    let first = steps[0]["outputs"][0].as_f64().unwrap();
    assert!((first - 0.850_812_900_806_023_6).abs() <= 1e-9, "{first}");
    for step in steps {
        let predictions = list(&step["outputs"]).iter().map(|output| output.as_f64() > Some(0.5));
        assert_eq!(step["predictions"], json!(predictions.collect::<Vec<_>>()));
    }
}

#[test]
fn the_two_rules_begin_alike_and_then_differ() {
    let notebook = document(&["trace", "xor", "--rule", "notebook"]);
    let gradient = document(&["trace", "xor", "--rule", "gradient"]);
    assert_eq!(notebook, document(&["trace", "xor"]));
    assert_eq!(gradient["rule"], json!("gradient"));
    assert_eq!(notebook["initial"], gradient["initial"]);
    let [notebook, gradient] = [&notebook, &gradient].map(|document| &document["steps"][0]);
    assert_eq!(notebook["outputs"], gradient["outputs"]);
    assert_eq!(notebook["after"]["output_weights"], gradient["after"]["output_weights"]);
    assert_ne!(notebook["after"]["hidden_weights"], gradient["after"]["hidden_weights"]);
}

#[test]
fn the_region_equals_that_of_the_notebook() {
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/learning/tests/golden/");
    let golden = fs::read_to_string(format!("{golden}xor_regions.json")).unwrap();
    let golden: Value = serde_json::from_str(&golden).unwrap();
    let at_the_end =
        |region: &&Value| region["learning_rate"] == 0.01 && region["after_sample"] == 200;
    let expected = list(&golden["regions"]).iter().find(at_the_end).unwrap();
    let points = expected["grid_points"].to_string();
    let document = document(&["trace", "xor", "--region", &points]);
    let region = list(&document["region"]).iter().map(|row| {
        list(row).iter().map(|cell| cell.as_u64().unwrap().to_string()).collect::<String>()
    });
    assert_eq!(json!(region.collect::<Vec<_>>()), expected["rows"]);
}

/// Generated XOR rectangles and the same rectangles from a file give the same run, to the last bit.
#[test]
fn a_file_does_not_change_generated_xor_rectangles() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    let file = file.to_str().unwrap();
    let trace = ["trace", "xor", "--format", "csv", "--dataset"];
    let mut tables = Vec::new();
    for sd in [&[][..], &["--sd", "0.1"], &["--sd", "0.3"]] {
        success(&[&["dataset", "xor", "--seed", "7", "--out", file], sd].concat());
        let table = success(&[&trace[..], &[file]].concat());
        assert_eq!(table, success(&[&trace[..], &["generated:7"], sd].concat()));
        tables.push(table);
    }
    assert_eq!(tables[0], tables[1]);
    assert_ne!(tables[1], tables[2]);
    let header = "sample,label,rectangles,wrong,loss,hidden_weight_11,hidden_weight_12,\
                  hidden_weight_21,hidden_weight_22,hidden_bias_1,hidden_bias_2,output_weight_1,\
                  output_weight_2,output_bias";
    assert_eq!(tables[0].lines().next(), Some(header));
}

#[test]
fn the_autoencoder_rebuilds_every_pattern_in_the_end() {
    let document = document(&["trace", "autoencoder"]);
    assert_eq!(document.get("dataset"), None);
    assert_eq!((&document["seed"], &document["learning_rate"]), (&json!(0), &json!(1.0)));
    let steps = list(&document["steps"]);
    assert_eq!(steps.len(), 400);
    assert!(document["initial"]["loss"].as_f64() > steps[399]["loss"].as_f64());
    for (pattern, output) in list(&steps[399]["outputs"]).iter().enumerate() {
        for (place, number) in list(output).iter().enumerate() {
            let target = f64::from(u8::from(pattern == place));
            assert!((number.as_f64().unwrap() - target).abs() < 0.1, "{output}");
        }
    }
    let options = ["--seed", "7", "--epochs", "5", "--every", "3", "--format", "csv"];
    let table = success(&[&["trace", "autoencoder"], &options[..]].concat());
    let epochs: Vec<_> = table.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(epochs, ["epoch", "3", "5"]);
}

#[test]
fn bad_usage_is_explained_with_exit_code_2() {
    for (arguments, expected) in [
        (
            &["trace", "xor", "--learning-rate", "0"][..],
            "expected a learning rate from 1e-9 to 1e9",
        ),
        (&["trace", "xor", "--rule", "mine"], "[possible values: notebook, gradient]"),
        (&["trace", "xor", "--region", "1"], "expected a whole number from 2 to 1000, found \"1\""),
        (&["trace", "xor", "--region", "1001"], "expected a whole number from 2 to 1000"),
        (&["trace", "xor", "--region", "-3"], "expected a whole number from 2 to 1000"),
        (&["trace", "xor", "--region", "9", "--format", "csv"], "--region: expected --format json"),
        (&["trace", "xor", "--sd", "0.1"], "--sd: expected generated:SEED after --dataset, found"),
        (&["trace", "xor", "--sd", "0"], "expected a standard deviation above 0 and at most 1"),
        (&["trace", "xor", "--columns", "a,b,c"], "--columns: expected a CSV file after"),
        (&["trace", "xor", "--dataset", "generated:x"], "expected a seed, a whole number"),
        (&["trace", "xor", "--every", "0"], "expected a whole number of 1 or more"),
        (&["trace", "autoencoder", "--epochs", "0"], "expected a whole number from 1 to 100000"),
        (&["trace", "autoencoder", "--epochs", "100001"], "expected a whole number from 1 to"),
        (&["trace", "autoencoder", "--seed", "-1"], "expected a seed, a whole number"),
        (
            &["trace", "autoencoder", "--learning-rate", "NaN"],
            "expected a learning rate from 1e-9 to 1e9",
        ),
        (&["trace", "autoencoder", "--dataset", "notebook"], "unexpected argument"),
        (&["dataset", "xor"], "--seed <N>"),
        (&["dataset", "xor", "--seed", "1", "--sd", "-1"], "expected a standard deviation above 0"),
        (&["dataset", "xor", "--seed", "1", "--sd", "1.5"], "at most 1, such as 0.1, found 1.5"),
        (&["run", "--rule", "mine"], "[possible values: notebook, gradient]"),
        (
            &["snapshot", "--chapter", "1", "--step", "0", "--rule", "mine"],
            "[possible values: notebook, gradient]",
        ),
    ] {
        assert_refused(arguments, expected);
    }
}
