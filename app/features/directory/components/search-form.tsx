import { useLocation, useSubmit } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { DirectoryLayout } from '~/ui/directory-layout';
import { Facet } from '~/ui/facet';
import { formatDistance } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { SearchRow } from '~/ui/search-row';
import { SelectField } from '~/ui/text-field';
import type { FacetView, ListView } from '../list-view';
import { chosenCount, DISTANCES, SORTS, type Sort, sortOf } from '../query';
import { facetLegend, sortLabel } from '../words';

const FORM_ID = 'search';

/** This page with all choices of a list, or with as few again. */
function otherChoices(here: { pathname: string; search: string }, { name, more }: FacetView) {
  const params = new URLSearchParams(here.search);
  const open = params.getAll('all').filter((each) => each !== name);
  if (more === 0 && !params.getAll('all').includes(name)) return null;
  params.delete('all');
  for (const each of more > 0 ? [...open, name] : open) params.append('all', each);
  const to = `${here.pathname}?${params}`;
  return more > 0 ? { to, count: more } : { to, open: true as const };
}

interface SearchFormProps {
  subject: 'people' | 'groups';
  view: ListView;
  facets: FacetView[];
  children: ReactNode;
}

/** The search above a list and the choices beside it: one GET form, which a change of a choice sends by itself where script runs. */
export function SearchForm({ subject, view, facets, children }: SearchFormProps) {
  const locale = useLocale();
  const submit = useSubmit();
  const here = useLocation();
  const { query } = view;
  const people = subject === 'people';
  const distances = [...new Set([...DISTANCES, query.within])].sort((a, b) => a - b);
  const send = (form: HTMLFormElement | null) => form && submit(form, { preventScrollReset: true });
  // The order that goes by itself is not sent: it changes with what is searched for.
  const usual = sortOf({ q: query.q, sort: null }, view.place?.isTown ?? false);
  const sent = (sort: Sort) => (sort === usual ? '' : sort);
  const sortable = { best: query.q, near: view.place?.isTown, name: true, newest: view.ways.newest };
  const sorts = SORTS.filter((sort) => sortable[sort]);
  return (
    <>
      <SearchRow
        id={FORM_ID}
        label={people ? m.directory_search_people() : m.directory_search_groups()}
        button={m.directory_search()}
      >
        <Combobox
          key={`q ${query.q}`}
          url={`/suggest/${subject}`}
          name="q"
          type="search"
          maxLength={200}
          label={people ? m.directory_people_text() : m.directory_groups_text()}
          defaultValue={query.q}
          form={FORM_ID}
        />
        {view.ways.place ? (
          <>
            <Combobox
              key={`place ${query.place}`}
              url="/suggest/places"
              name="place"
              maxLength={120}
              label={m.directory_near()}
              placeholder={m.directory_near_hint()}
              defaultValue={query.place}
              form={FORM_ID}
            />
            <SelectField
              key={`within ${query.within}`}
              name="within"
              label={m.directory_within()}
              defaultValue={String(query.within)}
              options={distances.map((km) => ({ value: String(km), label: formatDistance(km, locale) }))}
            />
          </>
        ) : null}
        {query.group ? <input type="hidden" name="group" value={query.group} /> : null}
      </SearchRow>
      <DirectoryLayout
        chosen={chosenCount(view.query)}
        facets={
          <div className="facet-list" onChange={(event) => send((event.target as HTMLInputElement).form)}>
            <SelectField
              key={`sort ${view.sort}`}
              name="sort"
              form={FORM_ID}
              label={m.directory_sort()}
              defaultValue={sent(view.sort)}
              options={sorts.map((sort) => ({ value: sent(sort), label: sortLabel(sort) }))}
            />
            {facets.map((facet) => (
              <Facet
                key={facet.name}
                name={facet.name}
                legend={facetLegend(facet.name, subject)}
                options={facet.options}
                form={FORM_ID}
                more={otherChoices(here, facet)}
              />
            ))}
            {query.all.map((name) => (
              <input key={name} type="hidden" name="all" value={name} form={FORM_ID} />
            ))}
            <div className="row">
              <Button form={FORM_ID}>{m.directory_apply()}</Button>
              {view.searched ? (
                <ButtonLink kind="quiet" to={`/${subject}`}>
                  {m.directory_clear()}
                </ButtonLink>
              ) : null}
            </div>
          </div>
        }
      >
        {children}
      </DirectoryLayout>
    </>
  );
}
