import './old-browsers.ts';
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { App as AntApp, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';
import { SessionProvider } from './session/session.tsx';
import './style.css';

const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f7c',
    colorLink: '#1d4f7c',
    colorError: '#b3261e',
    colorText: '#1f2933',
    colorTextSecondary: '#4a5663',
    colorTextTertiary: '#4a5663',
    colorTextPlaceholder: '#68737f',
    // Paler than that a button at work could not be read.
    opacityLoading: 1,
    borderRadius: 3,
    fontFamily: 'inherit',
    motion: false,
  },
};

function Themed() {
  const { locale } = useLanguage();
  return (
    // Chromium 86 knows neither :where nor logical shorthands.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={locale === 'zh' ? zhCN : enUS}
        theme={THEME}
        button={{ autoInsertSpace: false }}
      >
        <AntApp>
          <SessionProvider>
            <App />
          </SessionProvider>
        </AntApp>
      </ConfigProvider>
    </StyleProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  </StrictMode>,
);
