//! Whether a text quotes with single marks, as British papers do.

/// A pair of single marks this long needs no punctuation before its closing mark, if there are two of them.
const CURLY_LENGTH: usize = 12;
/// The shortest pair that counts at all, in bytes.
const LENGTH: usize = 8;

/// Whether single marks count: outside double quotations there is a pair that ends in punctuation, or there are two
/// longer curly pairs.
pub(super) fn is_used(text: &str) -> bool {
    let mut curly = 0;
    for line in text.split('\n').filter(|line| line.contains(['‘', '\''])) {
        let (strong, pairs) = pairs(line);
        curly += pairs;
        if strong || curly >= 2 {
            return true;
        }
    }
    false
}

/// Whether a line has a pair that ends in punctuation, and how many long curly pairs.
fn pairs(line: &str) -> (bool, usize) {
    let (mut before, mut double, mut curly) = (' ', false, 0);
    // The byte after the opening mark, and whether it is curly.
    let mut open: Option<(usize, bool)> = None;
    let mut characters = line.char_indices().peekable();
    while let Some((at, mark)) = characters.next() {
        let after = characters.peek().map_or(' ', |&(_, after)| after);
        match mark {
            '“' => double = true,
            '”' => double = false,
            '"' => double = !double,
            '‘' | '\'' if !double => {
                let starts = before.is_whitespace() || "([—–:-".contains(before);
                if starts && (after.is_alphabetic() || "£$€".contains(after)) {
                    open = Some((at + mark.len_utf8(), mark == '‘'));
                }
            }
            _ => {}
        }
        if matches!(mark, '’' | '\'')
            && !double
            && (after.is_whitespace() || ".,;:)".contains(after))
            && let Some((start, is_curly)) = open.filter(|(start, _)| *start <= at)
        {
            if ",.?!…".contains(before) && at - start >= LENGTH {
                return (true, curly);
            }
            if is_curly && mark == '’' && at - start >= CURLY_LENGTH {
                curly += 1;
                open = None;
            }
        }
        before = mark;
    }
    (false, curly)
}
