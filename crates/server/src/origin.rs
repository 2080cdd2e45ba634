//! The address under which a client knows this server.

use axum::http::{HeaderMap, header, uri::Authority};

/// What a proxy says of the connection that it has to the client.
const FORWARDED_PROTO: &str = "x-forwarded-proto";

/// Scheme and authority, such as `https://archive.example`; `None` if the client names no host that an address can have.
pub(crate) fn of(request: &HeaderMap) -> Option<String> {
    let host = request.get(header::HOST)?.to_str().ok()?;
    let _: Authority = host.parse().ok()?;
    // What else an authority can have, no name of a host has.
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    let is_encrypted = request.get(FORWARDED_PROTO).is_some_and(|scheme| scheme == "https");
    let scheme = if is_encrypted { "https" } else { "http" };
    host.bytes().all(is_host).then(|| format!("{scheme}://{host}"))
}

/// Likewise, or nothing: addresses are then paths.
pub(crate) fn or_none(request: &HeaderMap) -> String {
    of(request).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(host: &str, scheme: Option<&'static str>, expected: Option<&str>) {
        let mut request = HeaderMap::new();
        request.insert(header::HOST, host.parse().unwrap());
        if let Some(scheme) = scheme {
            request.insert(FORWARDED_PROTO, scheme.parse().unwrap());
        }
        assert_eq!(of(&request).as_deref(), expected, "{host}");
    }

    #[test]
    fn an_origin_is_a_scheme_and_an_authority() {
        check("127.0.0.1:7474", None, Some("http://127.0.0.1:7474"));
        check("[::1]:7474", None, Some("http://[::1]:7474"));
        check("archive.example", Some("https"), Some("https://archive.example"));
        check("archive.example", Some("HTTPS, http"), Some("http://archive.example"));
        for host in ["", "a b", "a/b", "me@archive.example", "a\"b", "<b>", "a?b", "a#b", "a&b"] {
            check(host, None, None);
        }
        assert_eq!(of(&HeaderMap::new()), None);
    }
}
