use std::sync::Arc;

use axum::Router;
use quotidian_search::Engine;
use rmcp::{
    ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    model::{CallToolResult, Implementation, ServerCapabilities, ServerConfig, ToolAnnotations},
    tool, tool_handler, tool_router,
};

use super::{
    api::Api,
    instructions::instructions,
    reply::result,
    tools::{ARTICLES, GetArticle, ListSpeakers, QUOTES, Search, Timeline, VerifyQuote},
};

/// The archive as a server of the Model Context Protocol.
#[derive(Clone)]
pub(super) struct Assistant {
    api: Api,
    engine: Arc<dyn Engine>,
    tools: ToolRouter<Self>,
}

impl Assistant {
    /// A server that asks `router`, which answers from `engine`.
    pub(super) fn new(router: Router, engine: Arc<dyn Engine>) -> Self {
        let mut tools = Self::tool_router();
        // Each only reads, answers the same again, and knows nothing but the archive.
        let annotations =
            ToolAnnotations::new().read_only(true).destructive(false).idempotent(true).open_world(false);
        tools.map.values_mut().for_each(|tool| tool.attr.annotations = Some(annotations.clone()));
        Self { api: Api(router), engine, tools }
    }
}

#[tool_router]
impl Assistant {
    /// Find articles by their words, and by who, what and where they name. Answers with headlines, snippets and who is
    /// quoted; `get_article` reads one.
    #[tool(title = "Search articles")]
    async fn search_articles(&self, Parameters(asked): Parameters<Search>) -> CallToolResult {
        result(asked.reply(&self.api, &ARTICLES).await)
    }

    /// Find what people said. Answers with every quote's words, speaker, kind, confidence, place and article. Without `q`
    /// and with a `speaker`: everything that the speaker said.
    #[tool(title = "Search quotes")]
    async fn search_quotes(&self, Parameters(asked): Parameters<Search>) -> CallToolResult {
        result(asked.reply(&self.api, &QUOTES).await)
    }

    /// Read an article: its text, or a part of a long one, with the quotes in it and the names it has.
    #[tool(title = "Read an article")]
    async fn get_article(&self, Parameters(asked): Parameters<GetArticle>) -> CallToolResult {
        result(asked.reply(&self.api).await)
    }

    /// List the people who are quoted, with how often and from when to when: the way to the full name that the argument
    /// `speaker` of the searches takes.
    #[tool(title = "List speakers")]
    async fn list_speakers(&self, Parameters(asked): Parameters<ListSpeakers>) -> CallToolResult {
        result(asked.reply(&self.api).await)
    }

    /// Count articles or quotes over time, each period with how many the archive has in it at all, so that a rise can be
    /// told from a fuller archive.
    #[tool(title = "Count over time")]
    async fn timeline(&self, Parameters(asked): Parameters<Timeline>) -> CallToolResult {
        result(asked.reply(&self.api).await)
    }

    /// Check whether a quotation is printed in this archive: verbatim, close (with the words that differ) or absent, and
    /// whether the speaker agrees. A verdict on this archive only, never on truth.
    #[tool(title = "Verify a quotation")]
    async fn verify_quote(&self, Parameters(asked): Parameters<VerifyQuote>) -> CallToolResult {
        result(asked.reply(&self.api).await)
    }
}

#[tool_handler(router = self.tools)]
impl ServerHandler for Assistant {
    fn get_info(&self) -> ServerConfig {
        let server = Implementation::new("quotidian", env!("CARGO_PKG_VERSION"));
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(server)
            .with_instructions(instructions(self.engine.stats().ok()))
    }
}
