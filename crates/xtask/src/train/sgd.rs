//! Learning one example at a time.

/// Stochastic gradient ascent with a step of its own for each weight: AdaGrad (Duchi, Hazan and Singer 2011).
pub(crate) struct AdaGrad {
    pub(crate) weights: Vec<f32>,
    squares: Vec<f32>,
    rate: f32,
}

impl AdaGrad {
    /// All weights zero.
    pub(crate) fn new(weights: usize, rate: f32) -> Self {
        Self { weights: vec![0.0; weights], squares: vec![1e-6; weights], rate }
    }

    /// Moves one weight along its gradient.
    pub(crate) fn step(&mut self, weight: usize, gradient: f32) {
        self.squares[weight] += gradient * gradient;
        self.weights[weight] += self.rate * gradient / libm::sqrtf(self.squares[weight]);
    }
}
