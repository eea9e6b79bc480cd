//! Articles about no war, all invented, full of the words of war: nothing in them may
//! pass for a side or for a side's word.

use crate::analysis::statements::Kind;
use crate::analysis::{Article, Pack, analyze};

/// What each is about, and its text.
const ARTICLES: [(&str, &str); 12] = [
    (
        "football",
        "Ukraine beat Russia 2-1 in Oslo on Friday. Russia attacked early, but Ukraine’s defence held firm and its captain fired a late shot past the keeper.

“We knew they would attack down the left,” Ukraine coach Petro Sava said. Russia coach Igor Lem accused the referee of killing the game. Ukraine will face Germany next week.",
    ),
    (
        "cricket",
        "India’s bowlers bombarded Pakistan with short balls and destroyed the top order in Dubai.

Pakistan captain Imad Raza said his side would strike back in the second Test. India said their spearhead had a sore shoulder. “It was a war of nerves,” India coach Ravi Lal told reporters.",
    ),
    (
        "ice hockey",
        "The United States shelled Canada’s goal with 40 shots in Turin. Canada said its goalkeeper would start again against Russia on Sunday.

“They came at us like an army,” Canada coach Bill Marsh said.",
    ),
    (
        "a trade war",
        "China fired the latest shot in its trade war with the United States on Tuesday, with tariffs on soybeans. Washington accused Beijing of an attack on American farmers.

China’s commerce ministry said it would fight to the end. The United States said it would retaliate within days. Beijing called the tariffs “bullying”.",
    ),
    (
        "a takeover",
        "Harlow Foods launched a hostile bid for its rival Bexley on Monday, opening a new front in the battle for Britain’s bakeries. Bexley rejected the offer and vowed to defend itself.

“This is an assault on our staff,” chief executive Ann Leigh said. Shareholders shelled out two billion pounds last year.",
    ),
    (
        "a strike",
        "Rail workers in France began a three-day strike on Tuesday. The government accused the unions of holding the country hostage.

Transport minister Luc Marin said the government would not surrender. The unions said they would step up their campaign and strike again in June.",
    ),
    (
        "an election",
        "The prime minister came under fire in parliament in Warsaw over his budget. The opposition attacked his record and vowed to topple the government.

“He has declared war on teachers,” opposition leader Ewa Lis said. The government said the reform would go ahead. Poland votes in May.",
    ),
    (
        "a forest fire",
        "Firefighters battled a blaze in the hills near Athens for a third day. Aircraft bombed the flames with water, and troops were sent to help. Two villages were destroyed.

Greece’s government said the front was under control. Officials said the fire might spread. The cause could not be determined.",
    ),
    (
        "an earthquake",
        "An earthquake struck eastern Turkey on Sunday, killing at least 40 people. Soldiers searched the ruins. Iran and Iraq sent planes with tents.

Turkey’s disaster agency said many buildings had been destroyed. The death toll was not known. Israel said it would send doctors.",
    ),
    (
        "a court case",
        "A court in Berlin ruled against Russia’s state bank in a battle over frozen accounts. Lawyers for Ukraine’s gas company said they would go on the offensive.

The bank denied that it had hidden assets. A spokesman for the ministry in Moscow called the ruling “theft”.",
    ),
    (
        "a film",
        "The film, shot in Georgia, tells of an army of ants that invades a kitchen. Critics attacked its script. Its bombs are made of sugar.

“Children will fight for seats,” producer Dan Cole said. Russia and Ukraine are among 20 countries that will show it.",
    ),
    (
        "a vaccine",
        "Doctors in Nigeria are winning the war on polio, the health ministry said. A new offensive against the virus begins in Kano in May.

“We will hit it on all fronts,” health minister Ade Bello said. The ministry said nine million children would be reached. The vaccine’s opponents were accused of sabotage.",
    ),
];

#[test]
fn an_article_about_no_war_has_no_sides() {
    let pack = Pack::core();
    for (subject, text) in ARTICLES {
        let found = analyze(&Article::new(text), &pack);
        let names: Vec<&str> = found.sides.iter().map(|side| side.name.as_str()).collect();
        assert_eq!(names, [""; 0], "an article about {subject}");
    }
}

#[test]
fn an_article_about_no_war_has_no_word_of_a_side() {
    let pack = Pack::core();
    for (subject, text) in ARTICLES {
        let article = Article::new(text);
        for statement in analyze(&article, &pack).statements {
            let words = article.slice(statement.content[0]);
            assert_eq!(statement.side, None, "{words}, in an article about {subject}");
            let sides = [Kind::Claim, Kind::Forecast, Kind::Judgement];
            assert!(!sides.contains(&statement.kind), "{words}, in an article about {subject}");
        }
    }
}
