use quotidian_search::Stats;

/// What an assistant is told before it asks: what the archive has, how it is asked, and what an answer means.
pub(super) fn instructions(archive: Option<Stats>) -> String {
    let holding = archive.map(holding).unwrap_or_default();
    format!("{holding}{LANGUAGE}\n\n{MEANING}")
}

fn holding(Stats { articles, quotes, speakers, from, to, undated, .. }: Stats) -> String {
    let span = from.zip(to).map(|(from, to)| format!(", published from {from} to {to}")).unwrap_or_default();
    let undated = if undated > 0 { format!(" ({undated} undated)") } else { String::new() };
    format!(
        "An archive of {articles} news articles{undated}{span}, with {quotes} quotes of {speakers} named speakers.\n\n"
    )
}

const LANGUAGE: &str = "\
The query language, for every `q`:
- words are ANDed, in any of their forms; `levy OR tide`; `-harbour` excludes; brackets group
- `\"an exact phrase\"`; `\"near words\"~5`; `begin*`; `fuzzy~`
- fields: `title: body: said: speaker: person: org: place: source: section: author: lang:`, `about:` for any name or the headline
- `speaker:okkerley` takes a part of a name; the argument `speaker` takes the full name, as `list_speakers` gives it
- dates: `date:2024-02`, `date:2024-02-01..2024-02-14`, `after:2023`, `before:2024-03`, `date:none`";

const MEANING: &str = "\
Quotes were found and attributed by a program: `kind` is direct, mixed or indirect (only direct words stand wholly in \
quotation marks), `confidence` from 0 to 1 says how sure words and speaker are, and a quote without a speaker is \
attributed to nobody. Offsets are Unicode code points into the article's text. Read the article before resting anything on \
a quote, and cite a quote by its words, speaker, outlet, date and permalink.
A verdict of `verify_quote` is about this archive only: `absent` means that it is not printed here, not that it was never \
said, and `verbatim` means that it is printed here, not that it is true.";
