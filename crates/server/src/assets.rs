use std::borrow::Cow;

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::headers::is_current;

#[derive(RustEmbed)]
#[folder = "../../web"]
#[include = "index.html"]
#[include = "static/*"]
struct Web;

/// The same files, compressed by `build.rs`, in the order of their paths.
static COMPRESSED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/compressed.rs"));

/// A file of `web/`, held in the program.
pub(crate) struct Asset {
    path: String,
    content_type: &'static str,
    content: Cow<'static, [u8]>,
    tag: String,
}

impl Asset {
    /// The page.
    pub(crate) fn index() -> Option<Self> {
        Self::at("index.html")
    }

    /// The file of a path below `static/`.
    pub(crate) fn below_static(path: &str) -> Option<Self> {
        Self::at(&format!("static/{path}"))
    }

    fn at(path: &str) -> Option<Self> {
        let EmbeddedFile { data, metadata } = Web::get(path)?;
        let hash = metadata.sha256_hash().into_iter().take(16);
        let hash: String = hash.map(|byte| format!("{byte:02x}")).collect();
        let tag = format!("W/\"{hash}\"");
        Some(Self { path: path.to_owned(), content_type: content_type(path), content: data, tag })
    }

    /// The file, or only the word that the client's copy is current.
    pub(crate) fn answer(self, request: &HeaderMap) -> Response {
        let cached = [(header::ETAG, self.tag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned())];
        if is_current(request, &self.tag) {
            (StatusCode::NOT_MODIFIED, cached).into_response()
        } else if let Some(compressed) = self.compressed().filter(|_| takes_brotli(request)) {
            let encoded = [(header::CONTENT_ENCODING, "br"), (header::VARY, "accept-encoding")];
            (cached, encoded, [(header::CONTENT_TYPE, self.content_type)], compressed).into_response()
        } else {
            (cached, self.answer_always(StatusCode::OK)).into_response()
        }
    }

    fn compressed(&self) -> Option<&'static [u8]> {
        let found = COMPRESSED.binary_search_by(|(path, _)| (*path).cmp(&self.path)).ok()?;
        COMPRESSED.get(found).map(|(_, content)| *content)
    }

    /// The file with a status of its own, for every client.
    pub(crate) fn answer_always(self, status: StatusCode) -> Response {
        (status, [(header::CONTENT_TYPE, self.content_type)], self.content).into_response()
    }
}

/// Whether a client reads Brotli. One that names it with a quality of zero does not.
fn takes_brotli(request: &HeaderMap) -> bool {
    let known = request.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|known| known.to_str().ok());
    known.flat_map(|known| known.split(',')).any(|one| {
        let (name, quality) = one.split_once(';').unwrap_or((one, ""));
        let refused = quality.trim().strip_prefix("q=").is_some_and(|quality| quality.parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case("br") && !refused
    })
}

/// The media types of the files that pages are made of.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
