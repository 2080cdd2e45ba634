use crate::support::{Server, get};

#[tokio::test]
async fn answers_are_compressed_for_who_understands_it() {
    for target in ["/api/articles?q=levy", "/openapi.json"] {
        let packed = Server::new().get_with(target, &[("accept-encoding", "br, gzip")]).await;
        assert_eq!(packed.header("content-encoding"), "gzip", "{target}");
        assert_eq!(packed.body[..2], [0x1f, 0x8b], "{target}");
        assert_eq!(get(target).await.header("content-encoding"), "", "{target}");
    }
}
