//! Networks of neurons in layers, each neuron connected to all of the layer before it.
//!
//! Layers are counted from 0, the inputs. The weights Wˡ and the biases bˡ give layer l + 1 from layer l:
//! nˡ⁺¹ = σ(nˡ·Wˡ + bˡ), where σ is the [logistic] function. All these numbers have no unit.

use std::sync::Arc;

use thiserror::Error;

use super::shape::Shape;

pub use super::layer::{Layer, logistic};

/// A network: the sizes of its layers, its weights and its biases.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    shape: Arc<Shape>,
    /// For each layer after the inputs: its weights, then its biases.
    parameters: Box<[f64]>,
}

/// The reason why numbers do not make a network.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NetworkError {
    /// There are fewer than two layers, or a layer is empty. The value is the sizes of the layers.
    #[error("expected at least two layers of one neuron or more, found layers of {0:?}")]
    Sizes(Vec<usize>),
    /// The count of numbers is not the count of weights and biases.
    #[error("expected {expected} weights and biases, found {found}")]
    Count {
        /// The count that the layers need.
        expected: usize,
        /// The count of the given numbers.
        found: usize,
    },
}

impl Network {
    /// Makes a network of layers of these sizes, inputs first. For each layer after the inputs,
    /// `parameters` holds the weights (row by row, row = input), and then the biases.
    ///
    /// # Errors
    /// Fails if there are fewer than two layers, if a layer is empty, or if there are too few or
    /// too many parameters.
    pub fn new(sizes: &[usize], parameters: Vec<f64>) -> Result<Self, NetworkError> {
        if sizes.len() < 2 || sizes.contains(&0) {
            return Err(NetworkError::Sizes(sizes.to_vec()));
        }
        let shape = Shape::new(sizes);
        let (expected, found) = (shape.parameters, parameters.len());
        if expected != found {
            return Err(NetworkError::Count { expected, found });
        }
        Ok(Self { shape: shape.into(), parameters: parameters.into() })
    }

    /// Makes a network of sizes and parameters that are known to fit.
    pub(crate) fn known(sizes: &[usize], parameters: Vec<f64>) -> Self {
        let shape = Shape::new(sizes);
        debug_assert_eq!(shape.parameters, parameters.len());
        Self { shape: shape.into(), parameters: parameters.into() }
    }

    /// Counts of neurons: of the inputs, and of each layer after them.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.shape.sizes
    }

    pub(crate) fn shape(&self) -> &Arc<Shape> {
        &self.shape
    }

    /// All weights and biases, in the order of [`Network::new`].
    #[must_use]
    pub fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    /// All weights and biases, to be changed, in the order of [`Network::new`].
    pub fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }

    /// Wˡ and bˡ, which lead from layer l to the next layer; l is less than `sizes().len() - 1`.
    #[must_use]
    pub fn layer(&self, l: usize) -> Layer<'_> {
        self.shape.places[l].layer(&self.parameters)
    }

    /// Computes the activation of each neuron for these inputs. Missing inputs count as 0.
    #[must_use]
    pub fn activations(&self, inputs: &[f64]) -> Activations {
        let mut values = vec![0.0; self.shape.activations];
        for (value, &input) in values[..self.shape.sizes[0]].iter_mut().zip(inputs) {
            *value = input;
        }
        for place in &self.shape.places {
            let (inputs, outputs) = values[place.input..].split_at_mut(place.inputs);
            place.layer(&self.parameters).forward(inputs, &mut outputs[..place.outputs]);
        }
        Activations { shape: Arc::clone(&self.shape), values: values.into() }
    }

    /// The activation of the first neuron of the last layer for these inputs, from 0 to 1.
    #[must_use]
    pub fn output(&self, inputs: &[f64]) -> f64 {
        self.activations(inputs).layer(self.sizes().len() - 1)[0]
    }

    /// Whether [`Network::output`] is above ½.
    #[must_use]
    pub fn predict(&self, inputs: &[f64]) -> bool {
        self.output(inputs) > 0.5
    }
}

/// The activation of each neuron of a network for some inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Activations {
    shape: Arc<Shape>,
    values: Box<[f64]>,
}

impl Activations {
    /// The activations of layer l, each from 0 to 1. Layer 0 is the inputs.
    #[must_use]
    pub fn layer(&self, l: usize) -> &[f64] {
        let start: usize = self.shape.sizes[..l].iter().sum();
        &self.values[start..][..self.shape.sizes[l]]
    }
}
