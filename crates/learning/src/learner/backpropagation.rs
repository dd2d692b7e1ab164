//! Back-propagation: how much each weight of a [`Network`] has to do with its errors (Rumelhart,
//! Hinton and Williams, "Learning representations by back-propagating errors", 1986).

use std::sync::Arc;

use super::network::{Layer, Network};
use super::shape::{Shape, each};

/// How errors go back from a layer to the one before it.
///
/// In both, δˡ = eˡ ∘ nˡ(1 − nˡ), and Wˡ moves by −rate · nˡᵀδˡ⁺¹, bˡ by −rate · Σδˡ⁺¹, the sums
/// being over the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rule {
    /// As the notebook has it: eˡ = eˡ⁺¹·Wˡᵀ, with the Wˡ that has already moved, and with the
    /// error itself instead of δˡ⁺¹, so that hidden neurons hear of an error in full, however sure
    /// the output was. It is not the gradient of any loss that the exhibit shows.
    #[default]
    Notebook,
    /// The exact gradient: eˡ = δˡ⁺¹·Wˡᵀ, with the Wˡ from before it moves.
    Gradient,
}

/// What is to become small: a sum over the batch and the outputs o with their targets t.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// ½(o − t)².
    HalfSquaredError,
    /// −t·ln o − (1 − t)·ln(1 − o), in nats. Its δ at the outputs is the error o − t itself.
    CrossEntropy,
}

impl Loss {
    /// The loss of a batch of inputs with their targets.
    #[must_use]
    pub fn of<I, T>(self, network: &Network, batch: &[(I, T)]) -> f64
    where
        I: AsRef<[f64]>,
        T: AsRef<[f64]>,
    {
        let last = network.sizes().len() - 1;
        let mut whole = 0.0;
        for (inputs, targets) in batch {
            let activations = network.activations(inputs.as_ref());
            for (j, target) in targets.as_ref().iter().enumerate() {
                whole += match self {
                    Self::HalfSquaredError => {
                        let error = activations.layer(last)[j] - target;
                        0.5 * error * error
                    }
                    // −ln σ(z) = ln(1 + e⁻ᶻ), in a form that neither overflows nor loses digits.
                    Self::CrossEntropy => {
                        let z = network.layer(last - 1).sum(activations.layer(last - 1), j);
                        z.max(0.0) - z * target + libm::log1p(libm::exp(-z.abs()))
                    }
                };
            }
        }
        whole
    }

    /// Its derivative by each weight and bias, in the order of [`Network::parameters`].
    #[must_use]
    pub fn gradient<I, T>(self, network: &Network, batch: &[(I, T)]) -> Vec<f64>
    where
        I: AsRef<[f64]>,
        T: AsRef<[f64]>,
    {
        let mut pass = Pass::new(network, batch.len());
        pass.set_inputs(batch.iter().map(|(inputs, _)| inputs));
        pass.forward(network);
        pass.compare(|record, j| batch[record].1.as_ref().get(j).copied().unwrap_or_default());
        let mut moved = network.clone();
        pass.backward(&mut moved, Rule::Gradient, self, 0.0);
        pass.gradients().to_vec()
    }
}

/// All that is worked out when a batch goes through a network and its errors go back: what each
/// neuron said of each input of the batch, its e and its δ, and the sums by which parameters move.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    shape: Arc<Shape>,
    /// The gradients, laid out as the parameters are; then for each input of the batch a record:
    /// the activations of all layers, the errors and the deltas of all but layer 0.
    values: Box<[f64]>,
}

impl Pass {
    /// A pass of so many inputs, with nothing worked out yet.
    pub(crate) fn new(network: &Network, count: usize) -> Self {
        let shape = Arc::clone(network.shape());
        let values = vec![0.0; shape.parameters + count * shape.record].into();
        Self { shape, values }
    }

    /// Takes in the batch.
    pub(crate) fn set_inputs<I: AsRef<[f64]>>(&mut self, batch: impl Iterator<Item = I>) {
        let (records, length) = (&mut self.values[self.shape.parameters..], self.shape.record);
        let count = self.shape.sizes[0];
        for (record, inputs) in each(records, length).zip(batch) {
            for (value, &input) in record[..count].iter_mut().zip(inputs.as_ref()) {
                *value = input;
            }
        }
    }

    /// Works out all activations.
    pub(crate) fn forward(&mut self, network: &Network) {
        let records = &mut self.values[self.shape.parameters..];
        for place in &self.shape.places {
            place.forward(records, place.layer(network.parameters()));
        }
    }

    /// Works out the errors of the outputs, given the target of each output of each input.
    #[inline]
    pub(crate) fn compare(&mut self, target: impl Fn(usize, usize) -> f64) {
        if let Some(place) = self.shape.places.last() {
            place.compare(&mut self.values[self.shape.parameters..], target);
        }
    }

    /// Works out all else, and moves the parameters of the network that the pass went through.
    pub(crate) fn backward(&mut self, network: &mut Network, rule: Rule, loss: Loss, rate: f64) {
        let (gradients, records) = self.values.split_at_mut(self.shape.parameters);
        gradients.fill(0.0);
        let last = self.shape.places.len() - 1;
        for (l, place) in self.shape.places.iter().enumerate().rev() {
            let gradients = &mut gradients[place.parameters()];
            let parameters = &mut network.parameters_mut()[place.parameters()];
            place.deltas(records, gradients, l == last && loss == Loss::CrossEntropy);
            if rule == Rule::Gradient && l > 0 {
                place.errors(records, parameters, place.delta);
            }
            for (parameter, gradient) in parameters.iter_mut().zip(gradients) {
                *parameter -= rate * *gradient;
            }
            if rule == Rule::Notebook && l > 0 {
                place.errors(records, parameters, place.error);
            }
        }
    }

    /// Count of inputs in the batch.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.values.len() - self.shape.parameters) / self.shape.record
    }

    /// Whether there was no input.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the neurons of layer l said of an input of the batch: each from 0 to 1, and for layer 0
    /// the input itself.
    #[must_use]
    pub fn activations(&self, l: usize, record: usize) -> &[f64] {
        match l.checked_sub(1).map(|before| &self.shape.places[before]) {
            Some(place) => self.part(record, place.input + place.inputs, place.outputs),
            None => self.part(record, 0, self.shape.sizes[0]),
        }
    }

    /// eˡ of an input of the batch, l being above 0: for the last layer output − target, for the
    /// others what came back from the next layer, by the [`Rule`].
    #[must_use]
    pub fn errors(&self, l: usize, record: usize) -> &[f64] {
        let place = &self.shape.places[l - 1];
        self.part(record, place.error, place.outputs)
    }

    /// δˡ of an input of the batch, l being above 0.
    #[must_use]
    pub fn deltas(&self, l: usize, record: usize) -> &[f64] {
        let place = &self.shape.places[l - 1];
        self.part(record, place.delta, place.outputs)
    }

    /// nˡᵀδˡ⁺¹ and Σδˡ⁺¹: what, times the rate, was taken from Wˡ and from bˡ.
    #[must_use]
    pub fn gradient(&self, l: usize) -> Layer<'_> {
        self.shape.places[l].layer(self.gradients())
    }

    /// The same for all layers, in the order of [`Network::parameters`].
    #[must_use]
    pub fn gradients(&self) -> &[f64] {
        &self.values[..self.shape.parameters]
    }

    /// Count of layers, the inputs included.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.shape.sizes.len()
    }

    /// How much memory its numbers take, in bytes, `self` not counted.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.values)
    }

    fn part(&self, record: usize, offset: usize, length: usize) -> &[f64] {
        &self.values[self.shape.parameters + record * self.shape.record + offset..][..length]
    }
}
