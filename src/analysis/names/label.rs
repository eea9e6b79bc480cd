//! The sorts of names, and the labels that the tagger gives to tokens.

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameSort {
    /// A country, a settlement or any other place, also where it acts.
    Place,
    /// A building, a base, a bridge, a power plant.
    Facility,
    /// A person, without title.
    Person,
    /// A company, a ministry, a party, an army, a medium, a team.
    Organization,
    /// A demonym, an ethnic, religious or political group: "Sudanese", "Druze".
    People,
    /// Anything else with a name: an event, a law, a product, a work.
    Other,
}

impl NameSort {
    /// All sorts, in the order of their labels.
    pub const ALL: [NameSort; 6] = [
        NameSort::Place,
        NameSort::Facility,
        NameSort::Person,
        NameSort::Organization,
        NameSort::People,
        NameSort::Other,
    ];

    /// The sort's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            NameSort::Place => "place",
            NameSort::Facility => "facility",
            NameSort::Person => "person",
            NameSort::Organization => "organization",
            NameSort::People => "people",
            NameSort::Other => "other",
        }
    }
}

/// What the tagger says of a token: that it is outside of all names, or begins or goes
/// on one of a sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Label(u8);

impl Label {
    /// How many labels there are.
    pub const COUNT: usize = 1 + 2 * NameSort::ALL.len();
    /// Outside of all names.
    pub const OUTSIDE: Label = Label(0);

    /// The label of the first token of a name.
    pub fn begins(sort: NameSort) -> Label {
        Label(1 + 2 * sort as u8)
    }

    /// The label of a further token of a name.
    pub fn goes_on(sort: NameSort) -> Label {
        Label(2 + 2 * sort as u8)
    }

    /// The label of a number below [`Label::COUNT`].
    pub fn at(index: usize) -> Label {
        Label(index as u8)
    }

    /// Its number.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The sort of the name that the token belongs to.
    pub fn sort(self) -> Option<NameSort> {
        self.index().checked_sub(1).map(|index| NameSort::ALL[index / 2])
    }

    /// Whether it goes on a name.
    pub fn is_inside(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }

    /// Whether it may follow another: only a name of its own sort goes on.
    pub fn may_follow(self, before: Label) -> bool {
        !self.is_inside() || before.sort() == self.sort()
    }
}
