import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { reader } from './gateway/clients.ts';
import './style/index.css';
import { Languages } from './texts/languages.tsx';

const page = document.getElementById('page');
if (page === null) throw new Error('The page has no element to be in.');
createRoot(page).render(
  <ApolloProvider client={reader}>
    <Languages>
      <App />
    </Languages>
  </ApolloProvider>,
);
