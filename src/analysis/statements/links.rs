//! Which statements bear on each other: a disclaimer on what it covers, a denial on
//! what it denies.

use super::{Kind, Reason, Statement};
use crate::analysis::reading::Reading;

/// Ties the statements that bear on each other: a disclaimer to what it covers, a
/// denial to what it denies.
pub fn link(reading: &Reading, statements: &mut [Statement]) {
    // One disclaimer covers a statement; a wide one covers all that none has covered yet.
    let mut uncovered: Vec<usize> = (0..statements.len()).filter(|i| is_partys(&statements[*i])).collect();
    for at in 0..statements.len() {
        if statements[at].kind == Kind::Disclaimer {
            let words = reading.article.slice(statements[at].content[0]).to_lowercase();
            let wide =
                ["claims", "both sides", "all sides", "reports", "accounts"].iter().any(|word| words.contains(word));
            let before = uncovered.partition_point(|i| *i < at);
            let covered = if wide { 0..uncovered.len() } else { before.saturating_sub(1)..before };
            for index in uncovered.drain(covered) {
                statements[index].disclaimed_by.push(at as u32);
            }
        }
        let denial = statements[at].reasons.contains(&Reason::Denial);
        if denial
            && let Some(denied) = at.checked_sub(1)
            && is_partys(&statements[denied])
            && statements[denied].side != statements[at].side
        {
            statements[denied].contradicted_by.push(at as u32);
            statements[at].contradicted_by.push(denied as u32);
        }
    }
}

/// Whether a statement is a side's word.
fn is_partys(statement: &Statement) -> bool {
    matches!(statement.kind, Kind::Claim | Kind::Forecast | Kind::Judgement)
}
