//! Scores `describe` on phrases that others coded with a country and a role. Their codes
//! are mapped to our roles here, in the open.

use std::fs;

use anyhow::{Context, Result, bail};
use caveat::analysis::{Description, Pack, Role, describe};
use serde_json::Value;

use crate::project;

/// Where the coded phrases lie, from the project's top.
const PHRASES: &str = "../shared/corpus/external/ngec_actor_codes.jsonl";
/// Of the countries, this share must be right.
const COUNTRY: f64 = 0.85;
/// Of the roles, this share must be right.
const ROLE: f64 = 0.75;

/// The phrases that name a person, by their numbers: people come and go, and who they
/// are is in `people.tsv`, which this does not score.
const PERSONS: [u32; 69] = [
    5, 8, 10, 18, 22, 23, 24, 25, 26, 29, 30, 34, 35, 43, 47, 50, 52, 53, 54, 55, 57, 60, 61, 63, 69, 73, 74, 75, 76,
    79, 80, 81, 82, 83, 84, 99, 100, 110, 141, 147, 148, 151, 152, 153, 154, 156, 157, 170, 178, 180, 181, 186, 204,
    207, 210, 211, 212, 213, 215, 218, 225, 232, 234, 235, 238, 245, 258, 259, 260,
];

/// Which of our answers is right for one of their codes.
struct Mapping {
    code: &'static str,
    right: &'static [Answer],
    /// Why.
    #[allow(dead_code, reason = "the table is to be read")]
    reason: &'static str,
}

/// Our answer in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    State,
    Metonym,
    Government,
    Official,
    Military,
    Armed,
    Outside,
    Nobody,
}

use Answer::{Armed, Government, Metonym, Military, Nobody, Official, Outside, State};

/// Ours know no branches of government, and a bare role is either the office or its holder.
const GOVERNING: &[Answer] = &[Government, Official, Metonym];
const ARMED: &[Answer] = &[Armed];
const NOBODY: &[Answer] = &[Nobody, Outside];

const fn row(code: &'static str, right: &'static [Answer], reason: &'static str) -> Mapping {
    Mapping { code, right, reason }
}

const MAPPINGS: [Mapping; 39] = [
    row("MIL", &[Military], "armed forces of a state"),
    row("GOV", GOVERNING, "the executive"),
    row("GOV MIL", &[Government, Official, Metonym, Military], "the ministry that commands the forces"),
    row("GOV JRN", GOVERNING, "a state’s medium speaks for the state"),
    row("LEG", GOVERNING, "the legislature is part of the state"),
    row("JUD", GOVERNING, "courts are part of the state"),
    row("SPY", GOVERNING, "ours count services as institutions"),
    row("COP", GOVERNING, "the police too"),
    row("PTY", GOVERNING, "ours have no parties apart from who governs"),
    row("PRE", &[State, Government], "a partially recognized state: its authorities"),
    row("REB", ARMED, "a non-state armed group"),
    row("UAF", ARMED, "armed, of no known side"),
    row("PRM", ARMED, "a paramilitary group"),
    row("CRM", ARMED, "an armed gang"),
    row("", &[State, Metonym, Nobody, Government], "a country alone: as a state, or as a place"),
    row("IGO", &[Outside], "between governments"),
    row("NGO", &[Outside], "an aid agency"),
    row("HLH", &[Outside, Nobody], "health bodies"),
    row("ELI", NOBODY, "former officials speak for themselves"),
    row("CVL", NOBODY, "civilians are no side"),
    row("CVL OPP", NOBODY, "nor those who protest"),
    row("OPP", NOBODY, "nor the opposition"),
    row("AGR", NOBODY, "nor any trade"),
    row("BUS", NOBODY, "nor business"),
    row("LAB", NOBODY, "nor unions"),
    row("EDU", NOBODY, "nor the learned"),
    row("MED", NOBODY, "nor medics"),
    row("REL", NOBODY, "nor clergy"),
    row("BUD", NOBODY, "nor believers"),
    row("REF", NOBODY, "nor refugees"),
    row("JRN", NOBODY, "nor journalists"),
    row("SOC", NOBODY, "nor societies"),
    row("UNK", NOBODY, "nobody that could be told"),
    row("JNK", NOBODY, "nothing at all"),
    row("UNO", &[Outside], "a body of the United Nations"),
    row("EUR", &[Outside], "the European Union as such"),
    row("SET", NOBODY, "settlers as a people"),
    row("ENV", NOBODY, "nor friends of nature"),
    row("PER", NOBODY, "nor a person"),
];

/// ISO 3166-1 alpha-3 to alpha-2 of the countries that the phrases name.
const COUNTRIES: [(&str, &str); 63] = [
    ("AFG", "AF"),
    ("ARM", "AM"),
    ("AUS", "AU"),
    ("AZE", "AZ"),
    ("BDI", "BI"),
    ("BFA", "BF"),
    ("BGR", "BG"),
    ("BIH", "BA"),
    ("BLR", "BY"),
    ("CAN", "CA"),
    ("CHL", "CL"),
    ("CHN", "CN"),
    ("CIV", "CI"),
    ("COD", "CD"),
    ("COL", "CO"),
    ("CYP", "CY"),
    ("DEU", "DE"),
    ("DNK", "DK"),
    ("ECU", "EC"),
    ("EGY", "EG"),
    ("EST", "EE"),
    ("EUR", "EU"),
    ("FRA", "FR"),
    ("GBR", "GB"),
    ("GEO", "GE"),
    ("IND", "IN"),
    ("IDN", "ID"),
    ("IRN", "IR"),
    ("ISR", "IL"),
    ("JOR", "JO"),
    ("KAZ", "KZ"),
    ("KEN", "KE"),
    ("KOR", "KR"),
    ("LBN", "LB"),
    ("LKA", "LK"),
    ("MDA", "MD"),
    ("MDV", "MV"),
    ("MEX", "MX"),
    ("MMR", "MM"),
    ("MNG", "MN"),
    ("NGA", "NG"),
    ("NOR", "NO"),
    ("PAK", "PK"),
    ("PAN", "PA"),
    ("POL", "PL"),
    ("PSE", "PS"),
    ("RUS", "RU"),
    ("RWA", "RW"),
    ("SAU", "SA"),
    ("SOM", "SO"),
    ("SRB", "RS"),
    ("SVK", "SK"),
    ("SYR", "SY"),
    ("TCD", "TD"),
    ("TWN", "TW"),
    ("UGA", "UG"),
    ("UKR", "UA"),
    ("USA", "US"),
    ("XKX", "XK"),
    ("ZAF", "ZA"),
    ("LBY", "LY"),
    ("YEM", "YE"),
    ("IRQ", "IQ"),
];

/// What was found.
pub struct Described {
    /// Every phrase that is described otherwise, a line each.
    pub misses: Vec<String>,
    /// The shares of right countries and right roles, by their names in the record.
    pub shares: [(&'static str, f64); 2],
    /// Of how many.
    pub count: u32,
}

/// Prints every phrase that is described otherwise, and the two shares.
pub fn run() -> Result<()> {
    let Described { misses, shares, count } = measure()?;
    misses.iter().for_each(|miss| println!("{miss}"));
    for ((name, share), wanted) in shares.iter().zip([COUNTRY, ROLE]) {
        println!("{name}  {share:.3} of {count}, wanted {wanted}");
    }
    if shares[0].1 < COUNTRY || shares[1].1 < ROLE {
        bail!(
            "found too many phrases described otherwise, see above; add the rows or the heads that any editor would have"
        );
    }
    Ok(())
}

/// Describes every phrase that names no person.
pub fn measure() -> Result<Described> {
    let file = project::root().join(PHRASES);
    let text = fs::read_to_string(&file).with_context(|| format!("could not read {}", project::shown(&file)))?;
    let pack = Pack::core();
    let (mut count, mut countries, mut roles) = (0, 0, 0);
    let mut misses = Vec::new();
    for line in text.lines() {
        let phrase: Value = serde_json::from_str(line).with_context(|| format!("found no JSON in {PHRASES}"))?;
        let id = phrase["id"].as_str().unwrap_or_default();
        let number = id.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or(u32::MAX);
        if PERSONS.contains(&number) {
            continue;
        }
        let found = describe(phrase["text"].as_str().unwrap_or_default(), &pack);
        let (country, code) = expected(&phrase["expected"])?;
        let country_right = is_country(&found, &country);
        let role_right = code.is_none_or(|code| code.right.contains(&answer(&found)));
        count += 1;
        countries += u32::from(country_right);
        roles += u32::from(role_right);
        if !(country_right && role_right) {
            misses.push(format!(
                "{id}\t{}\twanted {country:?} {}\tfound {:?} {:?}",
                phrase["text"],
                code.map_or("any", |code| code.code),
                found.countries.join("+"),
                answer(&found)
            ));
        }
    }
    let share = |right: u32| f64::from(right) / f64::from(count);
    let shares = [("described countries", share(countries)), ("described roles", share(roles))];
    Ok(Described { misses, shares, count })
}

/// Their country and the mapping of their code; none where they have no code themselves.
fn expected(expected: &Value) -> Result<(String, Option<&'static Mapping>)> {
    let text = |key: &str| expected[key].as_str().unwrap_or_default();
    let country = text("country").to_string();
    let first =
        if text("code_1").is_empty() && matches!(&*country, "UNO" | "EUR" | "IGO") { &country } else { text("code_1") };
    if first == "????" {
        return Ok((country, None));
    }
    let both = format!("{first} {}", text("code_2"));
    let find = |code: &str| MAPPINGS.iter().find(|mapping| mapping.code == code);
    let mapping = find(both.trim()).or_else(|| find(first));
    let mapping = mapping
        .with_context(|| format!("found the code {first:?} in {PHRASES}, wanted one of the table of mappings"))?;
    Ok((country, Some(mapping)))
}

/// Whether the country is theirs. A group may act in several; a body of no country has none.
fn is_country(found: &Description, country: &str) -> bool {
    match country {
        "" => found.countries.is_empty(),
        "UNO" | "IGO" => found.outside && found.countries.is_empty(),
        _ => COUNTRIES.iter().any(|(long, short)| *long == country && found.countries.iter().any(|own| own == short)),
    }
}

fn answer(found: &Description) -> Answer {
    match found.role {
        Some(Role::State) => State,
        Some(Role::Metonym) => Metonym,
        Some(Role::Government) => Government,
        Some(Role::Official) => Official,
        Some(Role::Military) => Military,
        Some(Role::ArmedGroup | Role::Proxy) => Armed,
        Some(Role::Collective) | None if found.outside => Outside,
        Some(Role::Collective) | None => Nobody,
    }
}
