//! Networks of neurons in layers, each neuron connected to all of the layer before it.
//!
//! Layers are counted from 0, the inputs. Layer l + 1 is made of layer l by the weights Wˡ and the
//! biases bˡ: nˡ⁺¹ = σ(nˡ·Wˡ + bˡ), σ being the [logistic] function. All these are pure numbers,
//! without a unit.

use std::sync::Arc;

use thiserror::Error;

use super::shape::Shape;

pub use super::layer::{Layer, logistic};

/// A network: how many neurons its layers have, and its weights and biases.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    shape: Arc<Shape>,
    /// Of each layer but the inputs in turn: its weights, then its biases.
    parameters: Box<[f64]>,
}

/// Why numbers are no network.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NetworkError {
    /// There must be inputs and at least one layer after them, and no layer may be empty.
    #[error("expected at least two layers of one neuron or more, found layers of {0:?}")]
    Sizes(Vec<usize>),
    /// There must be one number for each weight and each bias.
    #[error("expected {expected} weights and biases, found {found}")]
    Count {
        /// How many the layers need.
        expected: usize,
        /// How many there were.
        found: usize,
    },
}

impl Network {
    /// A network of layers of these sizes, inputs first; its parameters are, for each layer after
    /// the inputs, the weights (row by row, row = input) and then the biases.
    ///
    /// # Errors
    /// There are fewer than two layers, a layer is empty, or there are too few or too many
    /// parameters.
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

    /// For sizes and parameters that are known to fit.
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

    /// The same, to be changed.
    pub fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }

    /// Wˡ and bˡ, which lead from layer l to the next; l is less than `sizes().len() - 1`.
    #[must_use]
    pub fn layer(&self, l: usize) -> Layer<'_> {
        self.shape.places[l].layer(&self.parameters)
    }

    /// What each neuron says of these inputs; inputs that are missing count as 0.
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

    /// What the first neuron of the last layer says of these inputs, from 0 to 1.
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

/// What each neuron of a network says of some inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Activations {
    shape: Arc<Shape>,
    values: Box<[f64]>,
}

impl Activations {
    /// What the neurons of layer l say, each from 0 to 1; for layer 0, the inputs.
    #[must_use]
    pub fn layer(&self, l: usize) -> &[f64] {
        let start: usize = self.shape.sizes[..l].iter().sum();
        &self.values[start..][..self.shape.sizes[l]]
    }
}
