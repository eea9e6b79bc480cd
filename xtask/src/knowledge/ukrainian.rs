//! Ukrainian in Latin letters, by the national rules of 2010.
//! The rules' own examples are the tests.

/// Letters that are written alike everywhere.
const LETTERS: [(char, &str); 29] = [
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "h"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "y"),
    ('і', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ы', "y"),
    ('э', "e"),
];

/// Letters that are written otherwise at a word's beginning, which comes first here.
const INITIALS: [(char, &str, &str); 5] =
    [('є', "ye", "ie"), ('ї', "yi", "i"), ('й', "y", "i"), ('ю', "yu", "iu"), ('я', "ya", "ia")];

/// The soft sign and the apostrophes are not written at all.
const SILENT: [char; 7] = ['ь', 'ъ', '\'', '’', 'ʼ', '`', '‘'];

/// A name in Latin letters.
pub fn latin(name: &str) -> String {
    let mut latin = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let begins = !before.is_alphabetic() && !SILENT.contains(&before);
        let written = if let Some((.., first, later)) = INITIALS.iter().find(|(from, ..)| *from == lower) {
            if begins { *first } else { *later }
        } else if lower == 'г' && before == 'з' {
            // So that "зг" is not read as "ж".
            "gh"
        } else {
            LETTERS.iter().find(|(from, _)| *from == lower).map_or("", |(_, to)| to)
        };
        before = lower;
        if SILENT.contains(&lower) {
            continue;
        }
        if written.is_empty() {
            latin.push(letter);
        } else if letter.is_uppercase() {
            let mut rest = written.chars();
            latin.extend(rest.next().into_iter().flat_map(char::to_uppercase));
            latin.push_str(rest.as_str());
        } else {
            latin.push_str(written);
        }
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_rules_write_them() {
        for (name, expected) in [
            ("Алушта", "Alushta"),
            ("Згорани", "Zghorany"),
            ("Розгон", "Rozghon"),
            ("Єнакієве", "Yenakiieve"),
            ("Гаєвич", "Haievych"),
            ("Їжакевич", "Yizhakevych"),
            ("Кадиївка", "Kadyivka"),
            ("Йосипівка", "Yosypivka"),
            ("Стрий", "Stryi"),
            ("Щербухи", "Shcherbukhy"),
            ("Знам’янка", "Znamianka"),
            ("Феодосія", "Feodosiia"),
            ("Яготин", "Yahotyn"),
            ("Біла Церква", "Bila Tserkva"),
            ("Івано-Франківськ", "Ivano-Frankivsk"),
            ("Русько-Яри", "Rusko-Yary"),
            ("Гуляйполе", "Huliaipole"),
        ] {
            assert_eq!(latin(name), expected);
        }
    }

    #[test]
    fn what_is_no_ukrainian_letter_stays() {
        assert_eq!(latin("Kyiv 1"), "Kyiv 1");
    }
}
