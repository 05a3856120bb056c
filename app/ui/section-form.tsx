import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorSummary, type FieldErrors } from './error-summary';
import { Section } from './section';

interface SectionFormProps {
  title: string;
  id: string;
  text: string;
  /** What was wrong with what was sent; undefined for a form that was not refused. */
  errors: FieldErrors | undefined;
  /** What became of a form that was taken: after it the fields are empty again. */
  taken: unknown;
  children: ReactNode;
}

/** A form that is a part of its page, under what is wrong with it. What was typed stays when it is refused. */
export const SectionForm = ({ title, id, text, errors, taken, children }: SectionFormProps) => (
  <Section title={title} id={id}>
    <div className="stack">
      <p>{text}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" key={taken ? JSON.stringify(taken) : id}>
        {children}
      </Form>
    </div>
  </Section>
);
