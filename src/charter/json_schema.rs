//! The JSON Schema (draft 2020-12) of each document: completion, hover texts and first checks in an editor.
//!
//! Invariant: keys, types and choices come from the tables of fields; every key has a hover text in each language.

use super::condition::COMPARISONS;
use super::fields;
use super::shape::{Field, Shape};
use crate::messages::Messages;
use serde_json::{Map, Value, json};

/// A document of the charter folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// `charter.toml`
    Charter,
    /// `sources.toml`
    Sources,
    /// `engagements/<id>.toml`
    Engagement,
    /// `label/<id>.toml`
    Label,
    /// `objections.toml`
    Objections,
}

impl Document {
    /// Every document.
    pub const ALL: [Self; 5] = [
        Self::Charter,
        Self::Sources,
        Self::Engagement,
        Self::Label,
        Self::Objections,
    ];

    /// Its name in commands and hover texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Charter => "charter",
            Self::Sources => "sources",
            Self::Engagement => "engagement",
            Self::Label => "label",
            Self::Objections => "objections",
        }
    }

    const fn shape(self) -> Shape {
        match self {
            Self::Charter => fields::CHARTER,
            Self::Sources => fields::SOURCES,
            Self::Engagement => fields::ENGAGEMENT,
            Self::Label => fields::LABEL,
            Self::Objections => fields::OBJECTIONS,
        }
    }
}

/// The keys of conditions that are no names of a source.
const CONNECTIVES: [&str; 3] = ["all", "any", "not"];
/// The tests of a name that are no comparison.
const OTHER_TESTS: [&str; 2] = ["one_of", "recorded"];

/// The schema of a document, with hover texts in the language of the catalogue.
pub fn schema(document: Document, messages: &Messages) -> Value {
    let path = format!("schema-{}", document.name());
    let mut schema = of_shape(document.shape(), &path, messages);
    set(
        &mut schema,
        "$schema",
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    set(&mut schema, "description", json!(messages.plain(&path)));
    if document == Document::Engagement {
        set(&mut schema, "$defs", conditions(messages));
    }
    schema
}

/// The message keys of every hover text, each once.
pub fn hover_keys() -> Vec<String> {
    let mut keys = vec!["schema-condition".to_owned()];
    let comparisons = COMPARISONS.iter().map(|(key, _)| *key);
    keys.extend(
        CONNECTIVES
            .into_iter()
            .chain(comparisons)
            .chain(OTHER_TESTS)
            .map(condition_key),
    );
    for document in Document::ALL {
        let path = format!("schema-{}", document.name());
        collect(document.shape(), &path, &mut keys);
        keys.push(path);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn collect(shape: Shape, path: &str, keys: &mut Vec<String>) {
    match shape {
        Shape::Table(fields) => {
            for field in fields {
                let key = field_key(path, field);
                collect(field.shape, &key, keys);
                keys.push(key);
            }
        }
        Shape::List(shape) | Shape::AnyList(shape) | Shape::Ids(shape) | Shape::Words(shape) => {
            collect(*shape, path, keys);
        }
        Shape::Either(shapes) => shapes.iter().for_each(|shape| collect(*shape, path, keys)),
        _ => {}
    }
}

/// The message key of a field. Decisions are the same wherever they stand.
fn field_key(path: &str, field: &Field) -> String {
    if field.key == "decision" {
        return "schema-decision".to_owned();
    }
    if path.contains("-decisions-") {
        return format!("schema-decision-{}", field.key);
    }
    format!("{path}-{}", field.key)
}

fn condition_key(key: &str) -> String {
    format!("schema-condition-{key}")
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Value::Object(members) = schema {
        members.insert(key.to_owned(), value);
    }
}

fn of_shape(shape: Shape, path: &str, messages: &Messages) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string", "pattern": "\\S" }),
        Shape::Integer(least) => json!({ "type": "integer", "minimum": least }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Share => json!({
            "type": "string",
            "pattern": r"^\s*(\d+([.,]\d{1,6})?\s*%|\d+\s*/\s*\d+)\s*$",
        }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::List(shape) => json!({
            "type": "array",
            "items": of_shape(*shape, path, messages),
            "minItems": 1,
        }),
        Shape::AnyList(shape) => json!({
            "type": "array",
            "items": of_shape(*shape, path, messages),
        }),
        Shape::Ids(shape) => json!({
            "type": "object",
            "propertyNames": { "pattern": "^[a-z][a-z0-9_-]*$" },
            "additionalProperties": of_shape(*shape, path, messages),
        }),
        Shape::Words(shape) => json!({
            "type": "object",
            "additionalProperties": of_shape(*shape, path, messages),
        }),
        Shape::Table(fields) => table(fields, path, messages),
        Shape::Either(shapes) => {
            let choices: Vec<Value> = shapes
                .iter()
                .map(|shape| of_shape(*shape, path, messages))
                .collect();
            json!({ "anyOf": choices })
        }
        Shape::Free => json!({ "$ref": "#/$defs/condition" }),
    }
}

fn table(fields: &[Field], path: &str, messages: &Messages) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let key = field_key(path, field);
        let mut property = of_shape(field.shape, &key, messages);
        set(&mut property, "description", json!(messages.plain(&key)));
        properties.insert(field.key.to_owned(), property);
    }
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.key)
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The tree of conditions, as definitions that refer to each other.
fn conditions(messages: &Messages) -> Value {
    let described = |key: &str, mut schema: Value| {
        let text = messages.plain(&condition_key(key));
        set(&mut schema, "description", json!(text));
        schema
    };
    let several = json!({
        "type": "array",
        "items": { "$ref": "#/$defs/condition" },
        "minItems": 1,
    });
    let mut tests = Map::new();
    for (key, _) in COMPARISONS {
        let operand = json!({ "$ref": "#/$defs/value" });
        tests.insert(key.to_owned(), described(key, operand));
    }
    let values = json!({
        "type": "array",
        "items": { "$ref": "#/$defs/value" },
        "minItems": 1,
    });
    tests.insert("one_of".to_owned(), described("one_of", values.clone()));
    tests.insert(
        "recorded".to_owned(),
        described("recorded", json!({ "type": "boolean" })),
    );
    json!({
        "condition": {
            "description": messages.plain("schema-condition"),
            "type": "object",
            "properties": {
                "all": described("all", several.clone()),
                "any": described("any", several),
                "not": described("not", json!({ "$ref": "#/$defs/condition" })),
            },
            "additionalProperties": { "$ref": "#/$defs/test" },
            "minProperties": 1,
        },
        "test": {
            "anyOf": [
                { "$ref": "#/$defs/value" },
                values,
                {
                    "type": "object",
                    "properties": tests,
                    "additionalProperties": false,
                    "minProperties": 1,
                },
            ],
        },
        "value": { "type": ["string", "integer", "boolean"] },
    })
}

#[cfg(test)]
mod tests {
    use super::{Document, hover_keys, schema};
    use crate::messages::{Lang, Messages};
    use std::collections::BTreeSet;

    #[test]
    fn every_key_has_a_hover_text_and_every_hover_text_a_key() {
        let expected: BTreeSet<String> = hover_keys().into_iter().collect();
        for lang in Lang::ALL {
            let (_, text) = lang
                .sources()
                .iter()
                .find(|(area, _)| *area == "schema")
                .expect("the area");
            let written: BTreeSet<String> = text
                .lines()
                .filter(|line| line.starts_with("schema-"))
                .filter_map(|line| line.split_once(" = "))
                .map(|(key, _)| key.to_owned())
                .collect();
            let missing: Vec<_> = expected.difference(&written).collect();
            let idle: Vec<_> = written.difference(&expected).collect();
            assert!(missing.is_empty(), "{lang:?} lacks {missing:#?}");
            assert!(idle.is_empty(), "{lang:?} has no use for {idle:#?}");
        }
    }

    #[test]
    fn hover_texts_are_sentences() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for key in hover_keys() {
                let text = messages.plain(&key);
                assert!(text.ends_with('.'), "{lang:?} {key}: {text}");
                let first = text.chars().next().expect("a letter");
                assert!(!first.is_lowercase(), "{lang:?} {key}: {text}");
            }
        }
    }

    #[test]
    fn a_schema_says_what_the_fields_say() {
        let messages = Messages::new(Lang::Fr);
        let schema = schema(Document::Engagement, &messages);
        assert_eq!(schema["additionalProperties"], false);
        let requirement = &schema["properties"]["requirement"];
        assert_eq!(requirement["minItems"], 1);
        let items = &requirement["items"];
        assert_eq!(
            items["required"],
            serde_json::json!(["id", "title", "severity"])
        );
        assert_eq!(
            items["properties"]["severity"]["enum"],
            serde_json::json!(["major", "minor"])
        );
        assert_eq!(items["properties"]["among"]["$ref"], "#/$defs/condition");
        assert_eq!(
            items["properties"]["source"]["description"],
            messages.plain("schema-engagement-requirement-source")
        );
        assert!(schema["$defs"]["condition"]["properties"]["not"].is_object());
    }
}
