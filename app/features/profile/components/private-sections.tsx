import { m } from '~/lib/paraglide/messages.js';
import { Section } from '~/ui/section';
import { TextArea, TextField } from '~/ui/text-field';
import { Flag } from './flag';
import { control, type SectionProps } from './profile-sections';
import { Seen } from './seen-by';

export function HowToReachYou(props: SectionProps) {
  return (
    <Section title={m.profile_section_contact()}>
      <div className="form">
        <p>{m.profile_section_contact_text()}</p>
        <TextField
          {...control(props, 'contactEmail')}
          label={m.profile_contact_email()}
          hint={<Seen field="email" />}
          type="email"
          dir="ltr"
          optional
        />
        <TextField
          {...control(props, 'contactPhone')}
          label={m.profile_contact_phone()}
          hint={<Seen field="phone" />}
          type="tel"
          dir="ltr"
          optional
        />
        <TextField
          {...control(props, 'contactHandle')}
          label={m.profile_contact_handle()}
          hint={<Seen field="contact_handle">{m.profile_contact_handle_hint()}</Seen>}
          optional
        />
      </div>
    </Section>
  );
}

export function InConfidence(props: SectionProps) {
  return (
    <Section title={m.profile_section_confidence()}>
      <div className="form">
        <p>{m.profile_section_confidence_text()}</p>
        <TextArea
          {...control(props, 'needs')}
          label={m.profile_needs()}
          hint={<Seen field="needs">{m.profile_needs_hint()}</Seen>}
          optional
        />
        <TextArea
          {...control(props, 'identity')}
          label={m.profile_identity()}
          hint={<Seen field="identity">{m.profile_identity_hint()}</Seen>}
          optional
        />
        <TextField
          {...control(props, 'exactPlace')}
          label={m.profile_exact_place()}
          hint={<Seen field="exact_place">{m.profile_exact_place_hint()}</Seen>}
          optional
        />
        <Flag
          {...props}
          name="weaving"
          label={m.profile_weaving()}
          hint={<Seen field="weaving">{m.profile_weaving_hint()}</Seen>}
        />
      </div>
    </Section>
  );
}
