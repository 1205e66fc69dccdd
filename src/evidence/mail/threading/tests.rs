//! Threads against a naive second implementation, and by hand.

use super::super::envelope::{Direction, Envelope};
use super::{DAY, Entry, Event, Thread, follow};
use crate::evidence::batch::RowRef;
use proptest::prelude::*;

/// A message, with ids and correspondents as small numbers.
#[derive(Debug, Clone)]
struct Made {
    direction: Direction,
    outgoing: bool,
    automatic: bool,
    personal: bool,
    date: Option<i64>,
    id: Option<u128>,
    copy: u128,
    parents: Vec<u128>,
    peers: Vec<u128>,
    mailbox: u32,
}

const REQUEST: Made = Made {
    direction: Direction::Received,
    outgoing: false,
    automatic: false,
    personal: false,
    date: Some(0),
    id: Some(1),
    copy: 1,
    parents: Vec::new(),
    peers: Vec::new(),
    mailbox: 0,
};

fn request(id: u128, date: i64, peer: u128) -> Made {
    Made {
        id: Some(id),
        copy: id,
        date: Some(date),
        peers: vec![peer],
        ..REQUEST
    }
}

fn answer(id: u128, date: i64, parents: &[u128], peer: u128) -> Made {
    Made {
        direction: Direction::Sent,
        outgoing: true,
        parents: parents.to_vec(),
        ..request(id, date, peer)
    }
}

fn entries(made: &[Made]) -> Vec<Entry> {
    let entry = |(line, made): (u64, &Made)| Entry {
        at: RowRef { file: 1, line },
        envelope: Envelope {
            direction: made.direction,
            mailbox: made.mailbox,
            outgoing: made.outgoing,
            date: made.date,
            id: made.id,
            copy: made.copy,
            parents: made.parents.clone(),
            peers: made.peers.clone(),
            automatic: made.automatic,
            acknowledgement: made.automatic && made.outgoing,
            personal: made.personal,
            draft: false,
            subject: String::new(),
        },
        form: None,
    };
    (1..).zip(made).map(entry).collect()
}

fn threads(made: &[Made]) -> Vec<Thread> {
    follow(&entries(made), false)
}

#[test]
fn threads_by_hand() {
    let day = |n: i64| n * DAY;
    let mail = [
        request(1, day(0), 100),
        answer(2, day(2), &[1], 100),
        answer(3, day(4), &[1, 2], 100),
        request(4, day(1), 101),
        // Answers a second message of the user, and by it the first.
        request(5, day(0), 102),
        Made {
            parents: vec![5],
            ..request(6, day(1), 102)
        },
        answer(7, day(3), &[6], 102),
        // An acknowledgement only.
        request(8, day(0), 103),
        Made {
            automatic: true,
            ..answer(9, day(0), &[8], 103)
        },
        // A new message to the same person may be the answer.
        request(10, day(5), 104),
        answer(11, day(6), &[], 104),
        // One sent long before cannot.
        answer(12, day(0), &[], 105),
        request(13, day(5), 105),
        // An answer without a date, and one that was not read.
        request(14, day(0), 106),
        Made {
            date: None,
            ..answer(15, 0, &[14], 106)
        },
        request(16, day(0), 107),
        Made {
            personal: true,
            ..answer(17, day(1), &[16], 107)
        },
    ];
    let threads = threads(&mail);
    let answered: Vec<Event> = [0, 3, 4, 5, 7, 9, 12, 13, 15]
        .map(|at: usize| threads[at].answered)
        .to_vec();
    assert_eq!(
        answered,
        [
            Event::At(day(2)),
            Event::NotYet,
            Event::At(day(3)),
            Event::At(day(3)),
            Event::NotYet,
            Event::Unknown,
            Event::NotYet,
            Event::Unknown,
            Event::Unknown,
        ]
    );
    assert_eq!(threads[7].acknowledged, Event::At(day(0)));
    assert_eq!(threads[0].acknowledged, Event::At(day(2)));
    let first: Vec<Option<bool>> = [1, 2, 6, 8, 10, 11]
        .map(|at: usize| threads[at].first)
        .to_vec();
    assert_eq!(
        first,
        [Some(true), Some(false), Some(true), Some(false), None, None]
    );
    let opens: Vec<Option<bool>> = [0, 5].map(|at: usize| threads[at].opens).to_vec();
    assert_eq!(opens, [Some(true), Some(false)]);
}

#[test]
fn nothing_is_unanswered_where_an_answer_may_be_missing() {
    let mail = [request(1, 0, 100), answer(2, 0, &[], 101)];
    assert_eq!(threads(&mail)[0].answered, Event::NotYet);
    // A message that could not be read may be the answer.
    assert_eq!(follow(&entries(&mail), true)[0].answered, Event::Unknown);
    // Nothing that this mailbox sent is there.
    let other = Made {
        mailbox: 1,
        ..mail[1].clone()
    };
    assert_eq!(
        threads(&[mail[0].clone(), other])[0].answered,
        Event::Unknown
    );
    // No answer could name it, or it cannot be told from another.
    let nameless = Made {
        id: None,
        ..mail[0].clone()
    };
    assert_eq!(
        threads(&[nameless, mail[1].clone()])[0].answered,
        Event::Unknown
    );
    let twin = Made {
        copy: 9,
        ..mail[0].clone()
    };
    let both = threads(&[mail[0].clone(), twin, answer(3, 0, &[1], 100)]);
    assert!(both[0].answered == Event::Unknown && both[1].answered == Event::Unknown);
    // Nobody knows whom it came from.
    let anonymous = Made {
        peers: Vec::new(),
        ..mail[0].clone()
    };
    assert_eq!(
        threads(&[anonymous, mail[1].clone()])[0].answered,
        Event::Unknown
    );
}

#[test]
fn copies_count_once() {
    let mail = [
        request(1, 0, 100),
        answer(2, DAY, &[1], 100),
        request(1, 0, 100),
        answer(2, DAY, &[1], 100),
    ];
    let threads = threads(&mail);
    let repeated: Vec<bool> = threads.iter().map(|thread| thread.repeated).collect();
    assert_eq!(repeated, [false, false, true, true]);
    assert_eq!(threads[0].answered, Event::At(DAY));
}

/// Whether a message answers another, straight or over others, in at most as many steps as there are messages.
fn reaches(mail: &[Made], unique: &[bool], from: usize, to: usize) -> bool {
    let mut reached = vec![false; mail.len()];
    reached[from] = true;
    for _ in 0..mail.len() {
        for child in 0..mail.len() {
            for parent in 0..mail.len() {
                let link = parent != child
                    && unique[parent]
                    && mail[parent]
                        .id
                        .is_some_and(|id| mail[child].parents.contains(&id));
                if reached[child] && link {
                    reached[parent] = true;
                }
            }
        }
    }
    // A circle leads back to where it began.
    let back = (0..mail.len()).any(|child| {
        child != from
            && reached[child]
            && unique[from]
            && mail[from]
                .id
                .is_some_and(|id| mail[child].parents.contains(&id))
    });
    if from == to { back } else { reached[to] }
}

/// The answer to a message by the definition, over all pairs.
fn naive(mail: &[Made], at: usize, with_receipts: bool) -> Event {
    let unique: Vec<bool> = (0..mail.len())
        .map(|position| {
            let one = &mail[position];
            one.id.is_none()
                || !mail[..position]
                    .iter()
                    .any(|other| other.id == one.id && other.copy == one.copy)
        })
        .collect();
    let me = &mail[at];
    let distinct = |other: usize| unique[other] && mail[other].id == me.id;
    let traceable =
        me.id.is_some() && (0..mail.len()).filter(|other| distinct(*other)).count() == 1;
    let kind = |one: &Made| one.outgoing && (with_receipts || !one.automatic);
    let answers: Vec<&Made> = (0..mail.len())
        .filter(|other| unique[*other] && kind(&mail[*other]) && reaches(mail, &unique, *other, at))
        .map(|other| &mail[other])
        .collect();
    if !answers.is_empty() && unique[at] {
        let dates: Option<Vec<i64>> = answers
            .iter()
            .map(|one| one.date.filter(|_| !one.personal))
            .collect();
        return match dates.and_then(|dates| dates.into_iter().min()) {
            Some(first) if traceable => Event::At(first),
            _ => Event::Unknown,
        };
    }
    let sends = mail
        .iter()
        .any(|one| one.direction == Direction::Sent && !one.automatic && one.mailbox == me.mailbox);
    let maybe = mail.iter().any(|one| {
        kind(one)
            && one.peers.iter().any(|peer| me.peers.contains(peer))
            && me
                .date
                .zip(one.date)
                .is_none_or(|(received, sent)| received - DAY <= sent)
    });
    if traceable && sends && !maybe && !me.peers.is_empty() {
        Event::NotYet
    } else {
        Event::Unknown
    }
}

fn made() -> impl Strategy<Value = Made> {
    let links = prop::collection::vec(1_u128..7, 0..3);
    let peers = prop::collection::vec(100_u128..104, 0..2);
    let date = prop::option::weighted(0.9, (0_i64..6).prop_map(|day| day * DAY / 2));
    let id = prop::option::weighted(0.9, 1_u128..7);
    (
        0..5_u8,
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
        date,
        id,
        1_u128..3,
        links,
        peers,
        0..2_u32,
    )
        .prop_map(
            |(kind, automatic, personal, date, id, copy, parents, peers, mailbox)| Made {
                direction: match kind {
                    0..=2 => Direction::Received,
                    3 => Direction::Sent,
                    _ => Direction::Within,
                },
                outgoing: kind >= 3 && !peers.is_empty(),
                automatic,
                personal,
                date,
                id,
                copy,
                parents,
                peers,
                mailbox,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn threads_are_those_of_the_definition(mail in prop::collection::vec(made(), 0..8)) {
        let threads = threads(&mail);
        for (at, thread) in threads.iter().enumerate() {
            if !thread.repeated {
                prop_assert_eq!(thread.answered, naive(&mail, at, false), "answer to {} of {:?}", at, mail);
                prop_assert_eq!(thread.acknowledged, naive(&mail, at, true), "receipt of {} of {:?}", at, mail);
            }
        }
    }
}
