//! Reads `[share]`.

use super::super::ShareSettings;
use content::limits::ADDRESS_CHARACTERS;
use content::toml_fields::{Section, text};

pub fn share(section: &mut Section<'_, '_, '_>) -> ShareSettings {
    let expected = format!(
        "the address of a page, of at most {ADDRESS_CHARACTERS} characters, that begins with https:// or \
         http:// and has no #"
    );
    let address =
        section.optional("address", expected, |value| text(value).filter(|a| is_address(a)));
    ShareSettings { address }
}

/// Whether a link can be appended to this address. All of its characters are those of addresses (RFC 3986).
fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or(address.strip_prefix("http://"));
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?[]@!$&'()*+,;=%".contains(c);
    address.len() <= ADDRESS_CHARACTERS
        && rest
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['))
        && address.chars().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::super::config;

    #[test]
    fn an_address_is_one_to_which_a_link_can_be_appended() {
        let read =
            |address: &str| config("exhibit.toml", &format!("[share]\naddress = \"{address}\"\n"));
        for good in [
            "https://museum.example/machine/",
            "http://192.168.1.20:8080/",
            "http://[::1]/",
            "https://a.example/x?embed=1",
        ] {
            assert_eq!(read(good).map(|config| config.share.address), Ok(Some(good.to_owned())));
        }
        let long = format!("https://a.example/{}", "x".repeat(200));
        for bad in [
            "",
            "museum.example",
            "ftp://a.example",
            "https://",
            "https://a b",
            "https://a#v=1",
            "https://ä.example",
            &long,
        ] {
            let told = read(bad).expect_err(bad).to_string();
            let expected =
                "exhibit.toml, line 2, column 11: share.address: expected the address of a page";
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
