import { describe, expect, test } from 'vitest';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-group';
import { Combobox } from '~/ui/combobox';
import { ErrorSummary } from '~/ui/error-summary';
import { Facet } from '~/ui/facet';
import { TagPicker } from '~/ui/tag-picker';
import { SearchField, SelectField, TextArea, TextField } from '~/ui/text-field';
import { html } from './render';

const options = ['water', 'soil', 'air'].map((value) => ({ value, label: value }));

describe('a field', () => {
  test('ties its label, hint and error to the control', () => {
    const out = html(<TextField name="town" label="Town" hint="Members see it." error="Unknown town" />);
    expect(out).toContain('for="field-town"');
    expect(out).toMatch(/<input[^>]*id="field-town"[^>]*aria-describedby="field-town-hint field-town-error"/);
    expect(out).toContain('aria-invalid="true"');
    expect(out).toContain('<p class="hint" id="field-town-hint">Members see it.</p>');
    expect(out).toContain('<p class="error" id="field-town-error">Unknown town</p>');
  });
  test('without hint and error names neither', () => {
    const out = html(<TextArea name="bio" label="About you" />);
    expect(out).not.toMatch(/aria-describedby|aria-invalid/);
  });
  test('keeps what was typed as text, never as markup', () => {
    const out = html(<TextField name="x" label="X" defaultValue={'"><script>alert(1)</script>'} />);
    expect(out).not.toContain('<script>');
  });
  test('a select marks the chosen option', () => {
    const out = html(<SelectField name="s" label="S" options={options} defaultValue="soil" />);
    expect(out).toContain('<option value="soil" selected="">soil</option>');
  });
  test('a search box is named q and takes no more than the server reads', () => {
    expect(html(<SearchField label="Search" />)).toMatch(/type="search"[^>]*maxLength="200"[^>]*name="q"/);
  });
});

describe('a group of choices', () => {
  test('is a fieldset with a legend and marks what is chosen', () => {
    const out = html(<RadioGroup name="r" legend="Who" chosen="soil" options={options} error="Choose one" />);
    expect(out).toMatch(/<fieldset id="field-r"[^>]*aria-describedby="field-r-error"><legend>Who<\/legend>/);
    expect(out.match(/checked=""/g)).toHaveLength(1);
    expect(out).toContain('name="r" checked="" value="soil"');
  });
  test('takes several where several are allowed', () => {
    const out = html(<CheckboxGroup name="c" legend="Topics" chosen={['soil', 'air']} options={options} />);
    expect(out.match(/checked=""/g)).toHaveLength(2);
  });
});

describe('without script', () => {
  test('a combobox is a text input that works', () => {
    const out = html(<Combobox url="/s" name="q" label="Find" defaultValue="creek" valueName="id" defaultPicked="7" />);
    expect(out).toMatch(/<input type="text"[^>]*name="q"[^>]*value="creek"/);
    expect(out).toContain('<input type="hidden" name="id" value="7"/>');
    expect(out).not.toContain('role="combobox"');
  });
  test('a picker is a list of checkboxes that names what is chosen', () => {
    const out = html(<TagPicker name="t" legend="Topics" options={options} chosen={['air']} />);
    expect(out).toContain('<summary>air</summary>');
    expect(out.match(/type="checkbox"/g)).toHaveLength(3);
    expect(out).not.toContain('type="search"');
  });
});

describe('a facet', () => {
  const some = ['a', 'b'].map((value) => ({ value, label: value, count: '1,000+', checked: value === 'b' }));
  test('keeps the order, joins the form it is told, and leads to the choices left out', () => {
    const out = html(<Facet name="f" legend="Facet" form="find" options={some} more={{ to: '/x?all=f', count: 7 }} />);
    expect(out.match(/value="."/g)).toEqual(['value="a"', 'value="b"']);
    expect(out.match(/form="find"/g)).toHaveLength(2);
    expect(out).toContain('<span class="count">1,000+</span>');
    expect(out).toContain('href="/x?all=f#facet-f"');
    expect(out).toContain('7 more choices');
  });
  test('leads back to a few', () => {
    expect(html(<Facet name="f" legend="Facet" options={some} more={{ to: '/x', open: true }} />)).toContain('Fewer');
  });
  test('is absent without options', () => expect(html(<Facet name="f" legend="Facet" options={[]} />)).toBe(''));
});

describe('an error summary', () => {
  test('links each message to its field', () => {
    const out = html(<ErrorSummary errors={{ email: 'Unknown', bio: ['Too long', 'No links'], name: undefined }} />);
    expect(out).toContain('<a href="#field-email">Unknown</a>');
    expect(out.match(/href="#field-bio"/g)).toHaveLength(2);
    expect(out).not.toContain('field-name');
    expect(out).toContain('role="alert"');
  });
  test('leaves the words about the whole form without a link', () => {
    expect(html(<ErrorSummary errors={{ _form: ['Too many fields'] }} />)).toContain('<li>Too many fields</li>');
  });
  test.each([undefined, {}, { name: undefined }, { name: [] }])('is absent for %j', (errors) =>
    expect(html(<ErrorSummary errors={errors} />)).toBe(''),
  );
});
