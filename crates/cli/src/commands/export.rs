use std::{
    io::{BufWriter, ErrorKind, Write},
    process::ExitCode,
    sync::Arc,
};

use quotidian_server::{AnswerError, write_answer};
use quotidian_tantivy_engine::TantivyEngine;

use crate::arguments;

pub(super) fn run(arguments: &arguments::Export) -> anyhow::Result<ExitCode> {
    let sought = &arguments.sought;
    let engine = Arc::new(TantivyEngine::open(&sought.archive.path)?);
    let path = format!("/api/{}.{}", sought.list(), arguments.format);
    let mut file = BufWriter::new(std::io::stdout().lock());
    match write_answer(engine, &path, &sought.parameters(), &mut file).and_then(|()| flushed(&mut file)) {
        // A reader that has gone away is no error.
        Err(AnswerError::Unwritten(error)) if error.kind() == ErrorKind::BrokenPipe => {}
        result => result?,
    }
    Ok(ExitCode::SUCCESS)
}

fn flushed(file: &mut dyn Write) -> Result<(), AnswerError> {
    file.flush().map_err(AnswerError::Unwritten)
}
