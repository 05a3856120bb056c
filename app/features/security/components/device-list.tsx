import { Form } from '@remix-run/react';
import type { Device } from '~/auth/devices.server';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatMoment } from '~/ui/format';
import { useLocale } from '~/ui/locale';

/** The browsers someone is signed in with, each with the way out. */
export function DeviceList({ devices }: { devices: Device[] }) {
  return (
    <div className="stack">
      <p>{m.security_devices_lede()}</p>
      <ul className="plain-list ruled">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      {devices.length > 1 ? (
        <Form method="post" action="/settings/security/devices">
          <Button name="others" value="1">
            {m.security_devices_others()}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

function DeviceRow({ device: { id, name, since, seen, current } }: { device: Device }) {
  const locale = useLocale();
  const label = name ?? m.security_device_unknown();
  return (
    <li className="row row-between">
      <div>
        <strong>{label}</strong>
        {current ? <> · {m.security_device_current()}</> : null}
        <p className="hint">
          {m.security_device_times({ since: formatMoment(since, locale), seen: formatMoment(seen, locale) })}
        </p>
      </div>
      {current ? null : (
        <Form method="post" action="/settings/security/devices">
          <Button small name="device" value={id} aria-label={m.security_device_end_label({ device: label })}>
            {m.security_device_end()}
          </Button>
        </Form>
      )}
    </li>
  );
}
