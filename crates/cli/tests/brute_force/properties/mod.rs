//! What must hold of every search of every archive: each drawn search is compared with a look at every document, or
//! with another search that must find the same.

mod counts;
mod facets;
mod groups;
mod hits;
mod language;
mod marks;
mod offers;
mod order;
mod pages;
mod report;
mod sameness;
mod speakers;
mod timeline;
mod wordings;
