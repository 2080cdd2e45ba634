use quotidian_search::{Cursor, Sort};

use super::{
    PageLinks,
    parameter::{Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

/// The parameter that says behind which hit the list goes on.
pub(super) fn known() -> Parameter {
    let about = "Where the list goes on, from the `next` of an answer; not together with `page`. Unlike pages it reaches \
                 every hit. It brings its order along.";
    Parameter::new(PageLinks::CURSOR, about, Form::Text, "newest-4d2e-1f")
}

/// The cursor asked for. It must be of the order asked for, if one was.
pub(super) fn read(reader: &Reader, sort: Option<Sort>) -> Result<Option<Cursor>, Problem> {
    let Some(text) = reader.text(PageLinks::CURSOR) else { return Ok(None) };
    let cursor: Cursor = text.trim().parse().map_err(|error| Problem::bad_value(PageLinks::CURSOR, error))?;
    if reader.text(PageLinks::PAGE).is_some() {
        let detail = "`cursor` and `page` both say where to go on; give one of them";
        return Err(Problem::bad_value(PageLinks::CURSOR, detail));
    }
    match sort.filter(|sort| *sort != cursor.sort) {
        None => Ok(Some(cursor)),
        Some(sort) => {
            let (given, own) = (sort.as_str(), cursor.sort.as_str());
            let detail = format!("the cursor is a place in the order `{own}`, not in `sort={given}`");
            Err(Problem::bad_value(PageLinks::CURSOR, detail))
        }
    }
}
