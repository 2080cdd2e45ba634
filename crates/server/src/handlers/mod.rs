//! What each path of the API answers. One file per path.

pub(crate) mod article;
pub(crate) mod articles;
pub(crate) mod batch;
pub(crate) mod facet;
pub(crate) mod health;
pub(crate) mod metrics;
pub(crate) mod openapi;
pub(crate) mod opensearch;
pub(crate) mod pages;
pub(crate) mod quote;
pub(crate) mod quotes;
pub(crate) mod similar;
pub(crate) mod speaker;
pub(crate) mod speakers;
pub(crate) mod stats;
pub(crate) mod suggest;
pub(crate) mod trends;
pub(crate) mod verify;
