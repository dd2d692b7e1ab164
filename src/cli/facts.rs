//! Finds the facts for the operator's page without delaying frames. One thread finds what the computer knows
//! at once. Another finds what a disk or a network drive may answer slowly.

use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use if_addrs::{IfOperStatus, Interface};
use jiff::Zoned;

use super::journal::latest::Latest;
use super::use_counts::today::Counter;
use super::{clock, use_counts};
use crate::kiosk::Operator;
use crate::kiosk::facts::FactsWanted;
use content::limits::ADDRESSES;
use exhibit::config::Config;
use exhibit::kiosk::facts::{Disk, Fact, Facts, Visits};

/// A change to [`Facts`] that enters newly found facts.
type Found = Box<dyn FnOnce(&mut Facts) + Send>;
/// Asks for a frame.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// The threads that find facts, and the facts that they have found.
#[derive(Resource)]
struct Desk {
    computer: SyncSender<()>,
    disk: SyncSender<()>,
    found: Mutex<Receiver<Found>>,
}

/// Finds the facts of a kiosk whenever they are wanted.
///
/// # Errors
/// No thread can be started.
pub fn watch(app: &mut App, config: &Config) -> io::Result<()> {
    let Some(proxy) = app.world().get_resource::<EventLoopProxyWrapper>() else { return Ok(()) };
    if !config.kiosk.enabled {
        return Ok(());
    }
    let proxy = (*proxy).clone();
    let wake: Wake = Arc::new(move || {
        // If nobody receives it, the exhibit is ending.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    });
    let latest = app.world().get_resource::<Latest>().cloned().unwrap_or_default();
    let computer = of_the_computer(config.kiosk.name.clone(), latest);
    let file = use_counts::path(&config.use_counts);
    let disk = of_the_disk(file, use_counts::counter(app, &config.use_counts));
    attach(app, &wake, computer, disk)
}

fn attach(
    app: &mut App,
    wake: &Wake,
    computer: impl FnMut() -> Found + Send + 'static,
    disk: impl FnMut() -> Found + Send + 'static,
) -> io::Result<()> {
    let (tell, found) = mpsc::channel();
    let computer = start("facts", computer, tell.clone(), Arc::clone(wake))?;
    let disk = start("facts of the disk", disk, tell, Arc::clone(wake))?;
    app.insert_resource(Desk { computer, disk, found: Mutex::new(found) })
        .add_systems(PreUpdate, take)
        .add_systems(Last, ask);
    Ok(())
}

/// Starts a thread that looks each time it is asked. If it is asked while it looks, it looks once more.
fn start(
    name: &str,
    mut look: impl FnMut() -> Found + Send + 'static,
    tell: Sender<Found>,
    wake: Wake,
) -> io::Result<SyncSender<()>> {
    let (asks, asked) = mpsc::sync_channel(1);
    let work = move || {
        while asked.recv().is_ok() {
            if tell.send(look()).is_err() {
                return;
            }
            wake();
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(work)?;
    Ok(asks)
}

fn ask(mut wanted: MessageReader<FactsWanted>, mut facts: ResMut<Facts>, desk: Res<Desk>) {
    if wanted.read().count() == 0 {
        return;
    }
    // A thread that cannot take this request still has the last two requests to answer.
    let _ = desk.computer.try_send(());
    if desk.disk.try_send(()).is_err() {
        (facts.disk, facts.visits) = (Fact::Unreadable, Fact::Unreadable);
    }
}

fn take(mut facts: ResMut<Facts>, desk: Res<Desk>, operator: Res<Operator>) {
    let Ok(found) = desk.found.lock() else { return };
    for found in found.try_iter() {
        // Facts that arrive after the operator has left would be out of date for the next operator.
        if operator.is_inside() {
            found(&mut facts);
        }
    }
}

/// Finds the facts that the computer knows at once.
fn of_the_computer(name: Option<String>, latest: Latest) -> impl FnMut() -> Found + Send {
    let began = clock::now();
    move || {
        let name = name.clone();
        let addresses = addresses();
        let [error, warning] = latest.get();
        let uptime = seconds_since(began);
        let computer_uptime = clock::since_start_of_computer()
            .map_or(Fact::Unknown, |on_for| Fact::Known(on_for.as_secs()));
        Box::new(move |facts| {
            *facts = Facts {
                name: Fact::Known(name),
                addresses,
                uptime: Fact::Known(uptime),
                computer_uptime,
                error: Fact::Known(error),
                warning: Fact::Known(warning),
                disk: facts.disk,
                visits: facts.visits,
            };
        })
    }
}

fn seconds_since(began: Instant) -> u64 {
    clock::now().saturating_duration_since(began).as_secs()
}

/// Finds the facts about the disk that holds this file of visits, and about the visits in it.
fn of_the_disk(file: Option<PathBuf>, counter: Option<Counter>) -> impl FnMut() -> Found + Send {
    move || {
        let disk = file.as_deref().map_or(Fact::Unknown, disk);
        let today = Zoned::now().date();
        let visits = match &counter {
            None => Fact::Known(Visits::NotCounted),
            Some(counter) => counter.count(today).map_or(Fact::Unreadable, Fact::Known),
        };
        Box::new(move |facts| (facts.disk, facts.visits) = (disk, visits))
    }
}

fn addresses() -> Fact<Vec<IpAddr>> {
    if_addrs::get_if_addrs().map_or(Fact::Unreadable, |found| Fact::Known(reached_by(&found)))
}

/// The addresses at which others can reach this computer, IPv4 first.
fn reached_by(interfaces: &[Interface]) -> Vec<IpAddr> {
    use IfOperStatus::{Dormant, Down, LowerLayerDown, NotPresent};
    let is_up = |interface: &&Interface| {
        !matches!(interface.oper_status, Dormant | Down | LowerLayerDown | NotPresent)
    };
    let mut found: Vec<_> = interfaces
        .iter()
        .filter(is_up)
        .filter(|interface| !interface.is_loopback() && !interface.is_link_local())
        .map(Interface::ip)
        .filter(|address| !address.is_unspecified())
        .collect();
    found.sort();
    found.dedup();
    found.truncate(ADDRESSES);
    found
}

/// The disk that holds a file, or that will hold it once its folders exist.
#[cfg(unix)]
fn disk(file: &Path) -> Fact<Disk> {
    let here =
        |folder: &Path| if folder.as_os_str().is_empty() { ".".into() } else { folder.to_owned() };
    let folders = file.ancestors().skip(1).map(here);
    let Some(folder) = folders.into_iter().find(|folder: &PathBuf| folder.is_dir()) else {
        return Fact::Unreadable;
    };
    match rustix::fs::statvfs(&folder) {
        Ok(about) if about.f_blocks > 0 => {
            let bytes = |blocks: u64| blocks.saturating_mul(about.f_frsize);
            Fact::Known(Disk { free: bytes(about.f_bavail), total: bytes(about.f_blocks) })
        }
        // Some file systems do not report their size.
        Ok(_) => Fact::Unknown,
        Err(_) => Fact::Unreadable,
    }
}

#[cfg(not(unix))]
fn disk(_: &Path) -> Fact<Disk> {
    Fact::Unknown
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

    use super::*;
    use bevy::log::tracing::subscriber::with_default;
    use bevy::log::tracing_subscriber::{self, prelude::*};
    use exhibit::config::UseCounts;
    use exhibit::visits::record::{Record, Visit};
    use if_addrs::{IfAddr, Ifv4Addr, Ifv6Addr};
    use std::fs;
    use std::time::Duration;

    fn found(mut look: impl FnMut() -> Found) -> Facts {
        let mut facts = Facts::default();
        look()(&mut facts);
        facts
    }

    #[test]
    fn the_disk_and_the_visits_of_today_are_found() {
        let folder = tempfile::tempdir().unwrap();
        // The folders do not exist yet.
        let file = folder.path().join("state/of/visits.jsonl");
        let use_counts =
            UseCounts { enabled: true, file: Some(file.clone()), ..UseCounts::default() };
        let config = Config { use_counts, ..Config::default() };
        let mut app = App::new();
        app.add_message::<crate::visits::VisitSeen>();
        let writer = use_counts::watch(&mut app, &config).unwrap().unwrap();
        let counter = use_counts::counter(&app, &config.use_counts);
        let mut look = of_the_disk(Some(file.clone()), counter);
        let facts = found(&mut look);
        assert_eq!(facts.visits, Fact::Known(Visits::Counted { written: 0, waiting: 0 }));
        #[cfg(unix)]
        {
            let Fact::Known(Disk { free, total }) = facts.disk else { unreachable!("{facts:?}") };
            assert!(0 < free && free <= total, "{facts:?}");
        }
        drop(app);
        writer.finish();
        // Two visits, and a line that was cut in the middle.
        let line = Record::new(Zoned::now().datetime(), None, Visit::default()).to_line().unwrap();
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, format!("{line}\n{}\n{line}\n", &line[..30])).unwrap();
        let visits = found(look).visits;
        assert_eq!(visits, Fact::Known(Visits::Counted { written: 2, waiting: 0 }));
        let visits = found(of_the_disk(None, None)).visits;
        assert_eq!(visits, Fact::Known(Visits::NotCounted));
    }

    #[test]
    fn the_last_error_is_found_with_the_name_and_the_time_that_has_passed() {
        let latest = Latest::default();
        let look = of_the_computer(Some("Hall 2".to_owned()), latest.clone());
        with_default(tracing_subscriber::registry().with(latest), || error!("the lamp is broken"));
        let facts = found(look);
        assert_eq!(facts.name, Fact::Known(Some("Hall 2".to_owned())));
        assert_eq!(facts.uptime, Fact::Known(0));
        assert_eq!(facts.warning, Fact::Known(None));
        let Fact::Known(Some(error)) = &facts.error else { unreachable!("{facts:?}") };
        assert_eq!(error.text, "the lamp is broken");
        #[cfg(target_os = "linux")]
        assert!(matches!(facts.computer_uptime, Fact::Known(1..)), "{facts:?}");
        assert!(matches!(facts.addresses, Fact::Known(_)), "{facts:?}");
    }

    #[test]
    fn addresses_are_those_by_which_others_reach_the_computer() {
        let interface = |address: &str, oper_status| {
            let addr = match address.parse().unwrap() {
                IpAddr::V4(ip) => {
                    IfAddr::V4(Ifv4Addr { ip, netmask: ip, prefixlen: 24, broadcast: None })
                }
                IpAddr::V6(ip) => {
                    IfAddr::V6(Ifv6Addr { ip, netmask: ip, prefixlen: 64, broadcast: None })
                }
            };
            let name = "it".to_owned();
            Interface {
                name,
                addr,
                index: None,
                oper_status,
                is_p2p: false,
                #[cfg(windows)]
                adapter_name: String::new(),
            }
        };
        let up = |address: &str| interface(address, IfOperStatus::Up);
        let found = reached_by(&[
            up("127.0.0.1"),
            up("::1"),
            up("fe80::1"),
            up("169.254.7.7"),
            up("2001:db8::7"),
            up("10.0.0.7"),
            interface("172.17.0.1", IfOperStatus::LowerLayerDown),
            interface("10.8.0.2", IfOperStatus::Unknown),
            up("10.0.0.7"),
        ]);
        let found: Vec<_> = found.iter().map(IpAddr::to_string).collect();
        assert_eq!(found, ["10.0.0.7", "10.8.0.2", "2001:db8::7"]);
        assert_eq!(reached_by(&[up("127.0.0.1")]), [] as [IpAddr; 0]);
        let many: Vec<_> = (1..50).map(|number| up(&format!("10.0.0.{number}"))).collect();
        assert_eq!(reached_by(&many).len(), ADDRESSES);
    }

    /// An exhibit whose operator is inside or not, and the receiver of its requests for frames.
    fn exhibit(
        is_inside: bool,
        disk: impl FnMut() -> Found + Send + 'static,
    ) -> (App, Receiver<()>) {
        let (wake, woken) = mpsc::channel();
        let wake: Wake = Arc::new(move || wake.send(()).unwrap_or_default());
        let mut app = App::new();
        let operator = if is_inside { Operator::inside() } else { Operator::default() };
        app.init_resource::<Facts>().insert_resource(operator).add_message::<FactsWanted>();
        let name = Some("Hall 2".to_owned());
        attach(&mut app, &wake, of_the_computer(name, Latest::default()), disk).unwrap();
        (app, woken)
    }

    fn want(app: &mut App) -> Facts {
        app.world_mut().write_message(FactsWanted);
        app.update();
        app.world().resource::<Facts>().clone()
    }

    #[test]
    fn wanted_facts_are_found_and_ask_for_a_frame() {
        let (mut app, woken) = exhibit(true, of_the_disk(None, None));
        assert!(woken.recv_timeout(Duration::from_millis(100)).is_err(), "nobody has asked");
        assert_eq!(want(&mut app), Facts::default(), "and no frame waits for it");
        for _ in 0..2 {
            woken.recv_timeout(Duration::from_secs(10)).unwrap();
        }
        app.update();
        let facts = app.world().resource::<Facts>();
        assert_eq!(facts.name, Fact::Known(Some("Hall 2".to_owned())));
        assert_eq!(facts.visits, Fact::Known(Visits::NotCounted));
        assert!(woken.recv_timeout(Duration::from_millis(100)).is_err(), "asked once, found once");
    }

    #[test]
    fn facts_found_after_the_operator_has_left_are_forgotten() {
        let (mut app, woken) = exhibit(false, of_the_disk(None, None));
        want(&mut app);
        for _ in 0..2 {
            woken.recv_timeout(Duration::from_secs(10)).unwrap();
        }
        app.update();
        assert_eq!(*app.world().resource::<Facts>(), Facts::default());
    }

    #[test]
    fn a_disk_that_does_not_answer_delays_no_other_facts() {
        let (go_on, wait) = mpsc::channel::<()>();
        let (looks, looked) = mpsc::channel();
        let (mut app, woken) = exhibit(true, move || {
            looks.send(()).unwrap();
            let _ = wait.recv();
            Box::new(|facts| facts.visits = Fact::Known(Visits::NotCounted))
        });
        want(&mut app);
        looked.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(want(&mut app).disk, Fact::Awaited, "it may take its time");
        let facts = want(&mut app);
        assert_eq!((facts.disk, facts.visits), (Fact::Unreadable, Fact::Unreadable));
        woken.recv_timeout(Duration::from_secs(10)).unwrap();
        app.update();
        let facts = app.world().resource::<Facts>();
        assert_eq!(facts.name, Fact::Known(Some("Hall 2".to_owned())));
        assert_eq!(facts.disk, Fact::Unreadable);
        // The disk answers again.
        go_on.send(()).unwrap();
        let until = clock::now() + Duration::from_secs(10);
        while app.world().resource::<Facts>().visits == Fact::Unreadable && clock::now() < until {
            app.update();
            thread::sleep(Duration::from_millis(5));
        }
        let visits = app.world().resource::<Facts>().visits;
        assert_eq!(visits, Fact::Known(Visits::NotCounted));
    }
}
