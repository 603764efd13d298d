import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/languages.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Stands in for a screen that broke, so that the page can be left otherwise than by closing it. */
export class LastResort extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { broken } = useTexts();
  return (
    <section className="card" role="alert">
      <h1>{broken.title}</h1>
      <p>{broken.hint}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={() => location.reload()}>
          {broken.reload}
        </button>
      </div>
    </section>
  );
}
